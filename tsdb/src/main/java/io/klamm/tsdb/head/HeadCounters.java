package io.klamm.tsdb.head;

import io.klamm.storage.Outcome;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** What happened in the head since the start. Safe from any thread. */
final class HeadCounters {

    final LongAdder appended = new LongAdder();
    final LongAdder batches = new LongAdder();
    final LongAdder late = new LongAdder();
    final LongAdder notLogged = new LongAdder();
    final LongAdder seriesCreated = new LongAdder();
    final LongAdder seriesRemoved = new LongAdder();
    final LongAdder chunksSealed = new LongAdder();
    final LongAdder samplesDropped = new LongAdder();
    final LongAdder damagedChunks = new LongAdder();
    private final Map<Outcome, LongAdder> outcomes = new EnumMap<>(Outcome.class);

    HeadCounters() {
        for (Outcome outcome : Outcome.values()) {
            outcomes.put(outcome, new LongAdder());
        }
    }

    /** Counts a sample that was not taken; what became of it. */
    Outcome refuse(Outcome outcome) {
        LongAdder adder = outcomes.get(outcome);
        if (adder != null) {
            adder.increment();
        }
        return outcome;
    }

    Map<Outcome, Long> refused() {
        Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
        outcomes.forEach((outcome, adder) -> {
            if (outcome != Outcome.APPENDED) {
                counts.put(outcome, adder.sum());
            }
        });
        return counts;
    }
}
