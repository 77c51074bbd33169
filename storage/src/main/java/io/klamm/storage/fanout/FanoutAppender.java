package io.klamm.storage.fanout;

import io.klamm.model.series.Exemplar;
import io.klamm.model.series.Labels;
import io.klamm.model.series.Metadata;
import io.klamm.storage.Appender;
import io.klamm.storage.Committed;
import io.klamm.storage.Outcome;
import io.klamm.storage.SeriesRef;
import java.util.List;

/** One writer's way into all stores. A secondary store only gets what the primary one has kept. */
final class FanoutAppender implements Appender {

    private final Appender primary;
    private final List<SecondaryAppender> secondaries;
    private long timestamp;

    FanoutAppender(Appender primary, List<SecondaryAppender> secondaries) {
        this.primary = primary;
        this.secondaries = secondaries;
    }

    /** The series as the primary store and as each of the others knows it. */
    private record Refs(SeriesRef primary, List<SeriesRef> secondaries) implements SeriesRef {
        @Override
        public Labels labels() {
            return primary.labels();
        }
    }

    /** A value for one of the stores. */
    private interface Step {
        Outcome append(Appender to, SeriesRef series);
    }

    @Override
    public void begin(long batchTimestamp) {
        timestamp = batchTimestamp;
        primary.begin(batchTimestamp);
        secondaries.forEach(secondary -> secondary.call(to -> to.begin(batchTimestamp)));
    }

    @Override
    public SeriesRef series(Labels labels) {
        SeriesRef first = primary.series(labels);
        return new Refs(
                first,
                secondaries.stream().map(secondary -> secondary.series(labels)).toList());
    }

    @Override
    public Outcome append(SeriesRef series, double value) {
        return append(series, timestamp, value);
    }

    @Override
    public Outcome append(SeriesRef series, long time, double value) {
        boolean batchTime = time == timestamp;
        return all(series, (to, ref) -> batchTime ? to.append(ref, value) : to.append(ref, time, value));
    }

    @Override
    public Outcome append(SeriesRef series, long start, long time, double value) {
        return all(series, (to, ref) -> to.append(ref, start, time, value));
    }

    @Override
    public Outcome appendExemplar(SeriesRef series, Exemplar exemplar) {
        return all(series, (to, ref) -> to.appendExemplar(ref, exemplar));
    }

    private Outcome all(SeriesRef series, Step step) {
        if (!(series instanceof Refs refs)) {
            throw new IllegalArgumentException("series: of another appender (expected: one that this one gave)");
        }
        Outcome outcome = step.append(primary, refs.primary());
        if (outcome.kept()) {
            for (int i = 0; i < secondaries.size(); i++) {
                SeriesRef ref = refs.secondaries().get(i);
                secondaries.get(i).append(to -> step.append(to, ref));
            }
        }
        return outcome;
    }

    @Override
    public void describe(String family, Metadata metadata) {
        primary.describe(family, metadata);
        secondaries.forEach(secondary -> secondary.describe(family, metadata));
    }

    @Override
    public Committed commit() {
        Committed committed = primary.commit();
        secondaries.forEach(secondary -> secondary.call(Appender::commit));
        return committed;
    }

    @Override
    public void rollback() {
        primary.rollback();
        secondaries.forEach(secondary -> secondary.call(Appender::rollback));
    }

    @Override
    public void close() {
        secondaries.forEach(SecondaryAppender::close);
        primary.close();
    }
}
