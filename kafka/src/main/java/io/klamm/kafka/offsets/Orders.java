package io.klamm.kafka.offsets;

import java.util.HashMap;
import java.util.Map;

/**
 * The order of commits: offset in the partition, raised so that it never falls for any group when offsets begin anew (topic made again, log cut off) or a group moves to
 * another partition (more partitions than before).
 */
final class Orders {

    private final Map<Integer, Long> raised = new HashMap<>();
    private long floor;

    /** What is added to an offset of that partition. */
    long raiseOf(int partition) {
        return raised.getOrDefault(partition, 0L);
    }

    /** Begins to read a partition at that offset. */
    void begin(int partition, long offset) {
        raised.put(partition, Math.max(0, floor - offset));
    }

    /**
     * From now on every order is above all before; each partition must begin anew.
     *
     * @param positions how far each partition was read
     */
    void newEra(Map<Integer, Long> positions) {
        positions.forEach((partition, offset) -> floor = Math.max(floor, raiseOf(partition) + offset));
        raised.clear();
    }
}
