package io.klamm.lab.traffic;

import io.klamm.lab.LabException;
import java.util.Set;

/**
 * What a {@link RateProducer} is to send.
 *
 * @param rate messages a second; 0: as fast as the brokers take them
 * @param messages how many in all; 0: until it is closed
 * @param size bytes of a value, 1 to 1,000,000
 * @param keySpace how many different keys; 0: no keys
 * @param acks {@code all}, {@code 1} or {@code 0}
 */
public record ProducerPlan(String topic, double rate, long messages, int size, int keySpace, String acks) {

    private static final Set<String> ACKS = Set.of("all", "-1", "1", "0");
    private static final int MOST_BYTES = 1_000_000;

    public ProducerPlan {
        require(!topic.isEmpty(), "topic", "''", "a name");
        require(rate >= 0 && rate < 1e7, "rate", rate, "messages a second, 0 or more");
        require(messages >= 0, "messages", messages, "0 or more");
        require(size >= 1 && size <= MOST_BYTES, "size", size, "1 to " + MOST_BYTES + " bytes");
        require(keySpace >= 0, "key space", keySpace, "0 or more");
        require(ACKS.contains(acks), "acks", acks, "all, 1 or 0");
    }

    /** Endless, 100 bytes, no keys, acknowledged by all replicas in sync. */
    public static ProducerPlan of(String topic, double rate) {
        return new ProducerPlan(topic, rate, 0, 100, 0, "all");
    }

    public ProducerPlan withMessages(long number) {
        return new ProducerPlan(topic, rate, number, size, keySpace, acks);
    }

    private static void require(boolean holds, String what, Object value, String expected) {
        if (!holds) {
            throw new LabException(what + ": " + value + " (expected: " + expected + ")");
        }
    }
}
