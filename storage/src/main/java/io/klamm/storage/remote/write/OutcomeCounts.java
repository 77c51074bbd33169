package io.klamm.storage.remote.write;

import io.klamm.storage.Outcome;
import java.util.EnumMap;
import java.util.Map;

/** How often which outcome was; quick for the usual one. For one thread. */
final class OutcomeCounts {

    private final EnumMap<Outcome, Integer> others = new EnumMap<>(Outcome.class);
    private int appended;

    void add(Outcome outcome, int count) {
        if (outcome == Outcome.APPENDED) {
            appended += count;
        } else if (count > 0) {
            others.merge(outcome, count, Integer::sum);
        }
    }

    int of(Outcome outcome) {
        return outcome == Outcome.APPENDED ? appended : others.getOrDefault(outcome, 0);
    }

    int kept() {
        return appended + of(Outcome.SAME);
    }

    int all() {
        return appended + others.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Each outcome by which something is not in the store, with its count. */
    Map<Outcome, Integer> refused() {
        EnumMap<Outcome, Integer> refused = new EnumMap<>(others);
        refused.keySet().removeIf(Outcome::kept);
        return refused;
    }
}
