package io.klamm.model;

import org.jspecify.annotations.Nullable;

/**
 * One fact that a cycle could not read, and what would help.
 *
 * @param fact what is missing: {@code brokers}, {@code topics}, {@code end offsets}, {@code log dirs}, {@code quorum}, {@code groups}, {@code
 *     group offsets} ...
 * @param kind the error's name as Kafka gives it, such as {@code ClusterAuthorizationException}; becomes a label, so it never carries ids
 * @param message what happened, for a person, naming the first few brokers, topics or groups concerned
 * @param missingRight the ACL that would let us read it, such as {@code Describe on Cluster}; null when it is not about rights
 * @param count how many brokers, partitions or groups are concerned
 */
public record CollectionProblem(
        String fact, String kind, String message, @Nullable String missingRight, int count) {}
