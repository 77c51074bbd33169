package io.klamm.model;

/**
 * A stretch of one partition.
 *
 * @param from first offset
 * @param to the offset behind the last
 */
public record OffsetRange(TopicPartition partition, long from, long to) {

    public OffsetRange {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("range: " + from + " to " + to + " (expected: 0 or more, from <= to)");
        }
    }
}
