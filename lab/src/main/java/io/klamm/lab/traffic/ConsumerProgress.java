package io.klamm.lab.traffic;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * How far a {@link SlowConsumer} has come.
 *
 * @param consumed messages that were processed
 * @param rate messages a second since the last report; in the last report: over the whole time
 * @param lag messages of its own partitions that are not processed yet; empty while it is not known
 * @param partitions how many it owns
 * @param errors commits and reads that failed and were tried again
 * @param lastError the newest error in Kafka's words
 * @param done whether this is the last report
 */
public record ConsumerProgress(
        long consumed,
        double rate,
        OptionalLong lag,
        int partitions,
        long errors,
        Optional<String> lastError,
        boolean done) {}
