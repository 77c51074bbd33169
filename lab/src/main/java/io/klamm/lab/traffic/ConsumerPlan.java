package io.klamm.lab.traffic;

import io.klamm.lab.LabException;
import java.time.Duration;

/**
 * What a {@link SlowConsumer} is to read.
 *
 * @param processTime how long it takes over each message; may be longer than any limit of the group
 * @param fromBeginning where the group begins that has no committed offset: at the oldest message, else at the newest
 * @param readCommitted whether it is given the messages of transactions only when they are committed
 * @param recommit whether it commits again, each second, what it has committed before when there is nothing new, as clients with automatic commits do
 */
public record ConsumerPlan(
        String topic,
        String group,
        Duration processTime,
        GroupProtocol protocol,
        boolean fromBeginning,
        boolean readCommitted,
        boolean recommit) {

    public ConsumerPlan {
        if (topic.isEmpty() || group.isEmpty()) {
            throw new LabException("topic and group: '" + topic + "', '" + group + "' (expected: two names)");
        }
        if (processTime.isNegative()) {
            throw new LabException("process time: " + processTime.toMillis() + " ms (expected: 0 or more)");
        }
    }

    /** Classic protocol, from the oldest message. */
    public static ConsumerPlan of(String topic, String group, Duration processTime) {
        return new ConsumerPlan(topic, group, processTime, GroupProtocol.CLASSIC, true, false, false);
    }

    public ConsumerPlan withProtocol(GroupProtocol other) {
        return new ConsumerPlan(topic, group, processTime, other, fromBeginning, readCommitted, recommit);
    }
}
