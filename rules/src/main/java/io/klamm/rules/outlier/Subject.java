package io.klamm.rules.outlier;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What is watched: a fact of which every peer has one value.
 *
 * @param name by which alerts and the label {@code subject} call it: small letters, digits and {@code _}
 * @param expression PromQL that gives a series for each peer
 * @param second PromQL of a second fact of the same peers, for clusters of two coordinates; empty for one
 * @param peer the label that tells peers apart
 * @param within labels that peers have in common: values are compared only where these are equal
 * @param against what a peer's value is compared with
 * @param least a difference from the median that is not worth a word, in the unit of the expression: it counts as 3 deviations at most
 */
public record Subject(
        String name,
        String expression,
        String second,
        String peer,
        List<String> within,
        Against against,
        double least) {

    /** What a value is compared with. */
    public enum Against {
        PEERS,
        PAST,
        BOTH
    }

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

    public Subject {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "subject: \"" + name + "\" (expected: small letters, digits and _, beginning with a letter)");
        }
        if (expression.isBlank() || peer.isBlank()) {
            throw new IllegalArgumentException("subject " + name + ": no expression or no peer (expected: both)");
        }
        if (!(least > 0)) {
            throw new IllegalArgumentException("subject " + name + ": least " + least + " (expected: above 0)");
        }
        within = List.copyOf(within);
    }

    /** What is watched where nothing else is said. */
    public static List<Subject> usual() {
        return List.of(
                new Subject(
                        "partition_messages",
                        "sum by (cluster, topic, partition) (rate(kafka_topic_partition_current_offset[10m]))",
                        "",
                        "partition",
                        List.of("cluster", "topic"),
                        Against.PEERS,
                        10),
                new Subject(
                        "partition_lag",
                        "avg_over_time(kafka_consumergroup_lag[10m])",
                        "",
                        "partition",
                        List.of("cluster", "consumergroup", "topic"),
                        Against.PEERS,
                        1000),
                new Subject(
                        "topic_messages",
                        "sum by (cluster, topic) (rate(kafka_topic_partition_current_offset[10m]))",
                        "",
                        "topic",
                        List.of("cluster"),
                        Against.PAST,
                        10),
                new Subject(
                        "broker_bytes",
                        bytes("bytesin"),
                        bytes("bytesout"),
                        "instance",
                        List.of("cluster"),
                        Against.BOTH,
                        100_000),
                new Subject(
                        "producer_records",
                        "sum by (cluster, topic, client_id) (rate(kafka_producer_topic_record_send_total[10m]))",
                        "",
                        "client_id",
                        List.of("cluster", "topic"),
                        Against.PEERS,
                        10));
    }

    /** A broker's bytes a second, by whichever names they are scraped. */
    private static String bytes(String fact) {
        String prefix = "rate(kafka_server_brokertopicmetrics_";
        return "sum by (cluster, instance) ("
                + String.join(
                        " or ",
                        prefix + fact + "_total{topic=\"\"}[10m])",
                        prefix + fact + "persec{topic=\"\"}[10m])",
                        prefix + fact + "persec_total{topic=\"\"}[10m])",
                        prefix + "total_" + fact + "persec_count[10m])")
                + ")";
    }
}
