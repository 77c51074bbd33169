package io.klamm.kafka.offsets;

import io.klamm.model.commit.CommitBatch;
import io.klamm.model.commit.CommitSink;
import io.klamm.model.commit.CommitTarget;
import io.klamm.model.verdict.GroupVerdict.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps all that it is given, as lines of text; forgets a target when told to. Safe for use by several threads. */
class FakeSink implements CommitSink {

    /** One commit as it arrived; a tombstone has offset -1. */
    record Arrival(String group, String topic, int partition, long offset, long timeMillis, long order) {

        /** {@code group topic-partition offset}. */
        String text() {
            return group + " " + topic + "-" + partition + " " + (offset == CommitBatch.DELETED ? "deleted" : offset);
        }
    }

    private static final class Target implements CommitTarget {

        final String group;
        final String topic;
        final int partition;
        volatile boolean live = true;

        Target(String group, String topic, int partition) {
            this.group = group;
            this.topic = topic;
            this.partition = partition;
        }

        @Override
        public boolean live() {
            return live;
        }
    }

    private final Map<String, Target> targets = new HashMap<>();
    private final List<Arrival> arrivals = new ArrayList<>();
    private final List<String> log = new ArrayList<>();
    private int asked;

    @Override
    public synchronized CommitTarget target(Source source, String group, String topic, int partition) {
        if (source != Source.OFFSETS_TOPIC) {
            throw new IllegalArgumentException("source: " + source);
        }
        asked++;
        return targets.computeIfAbsent(
                group + "/" + topic + "/" + partition, name -> new Target(group, topic, partition));
    }

    @Override
    public synchronized void accept(CommitBatch batch) {
        for (int i = 0; i < batch.size(); i++) {
            Target target = (Target) batch.target(i);
            Arrival arrival = new Arrival(
                    target.group, target.topic, target.partition, batch.offset(i), batch.timeMillis(i), batch.order(i));
            arrivals.add(arrival);
            log.add(arrival.text());
        }
    }

    @Override
    public synchronized void groupDeleted(String group, long atMillis) {
        log.add(group + " is gone");
    }

    /** All targets die; they are made anew when they are asked for. */
    synchronized void forgetTargets() {
        targets.values().forEach(target -> target.live = false);
        targets.clear();
    }

    synchronized List<Arrival> arrivals() {
        return List.copyOf(arrivals);
    }

    synchronized List<String> log() {
        return List.copyOf(log);
    }

    synchronized int asked() {
        return asked;
    }

    /** The arrival with the highest order of a group on a partition. */
    synchronized @Nullable Arrival newest(String group, String topic, int partition) {
        Arrival newest = null;
        for (Arrival arrival : arrivals) {
            boolean same =
                    arrival.group().equals(group) && arrival.topic().equals(topic) && arrival.partition() == partition;
            if (same && (newest == null || arrival.order() > newest.order())) {
                newest = arrival;
            }
        }
        return newest;
    }
}
