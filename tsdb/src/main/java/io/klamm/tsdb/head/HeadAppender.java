package io.klamm.tsdb.head;

import io.klamm.model.series.Labels;
import io.klamm.model.series.Metadata;
import io.klamm.storage.Appender;
import io.klamm.storage.Committed;
import io.klamm.storage.Outcome;
import io.klamm.storage.SeriesRef;
import org.jspecify.annotations.Nullable;

/** One writer's way into the head. What comes is judged at once against what the head has, kept aside, and judged again at the commit where another writer may have been quicker. */
final class HeadAppender implements Appender {

    private static final int FEW_REFS = 1024;

    private final HeadState state;
    private final Committer committer;
    private final HeadReader reader;
    private final String writer;
    private final RefTable refs = new RefTable();
    private final Batch batch = new Batch();

    private boolean begun;
    private int number;
    private long timestamp;
    private long oldest;
    private long newest;
    private int reserved;
    private int removalsSeen;
    private int sweepAt = FEW_REFS;

    HeadAppender(HeadState state, Committer committer, String writer) {
        this.state = state;
        this.committer = committer;
        this.reader = new HeadReader(state);
        this.writer = writer;
    }

    @Override
    public void begin(long batchTimestamp) {
        if (begun) {
            throw new IllegalStateException("begin: a batch is open (expected: commit or rollback first)");
        }
        begun = true;
        number++;
        timestamp = batchTimestamp;
        oldest = state.oldestAccepted();
        newest = state.clock.millis() + state.settings.aheadLimit().toMillis();
    }

    @Override
    public SeriesRef series(Labels labels) {
        return ref(labels);
    }

    private Ref ref(Labels labels) {
        Ref known = refs.find(labels);
        if (known != null) {
            return known;
        }
        Ref made = new Ref(this, labels);
        refs.add(made);
        return made;
    }

    @Override
    public Outcome append(SeriesRef series, double value) {
        return append(series, timestamp, value);
    }

    @Override
    public Outcome append(SeriesRef given, long time, double value) {
        requireBatch("append");
        Ref ref = given instanceof Ref own && own.owner == this ? own : ref(given.labels());
        Outcome outcome = judge(ref, time, value);
        if (outcome != Outcome.APPENDED) {
            return state.counters.refuse(outcome);
        }
        boolean again = ref.batch == number;
        int before = again ? ref.newest : -1;
        if (!again || time > batch.times[before]) {
            ref.newest = batch.count;
        } else {
            // The chain runs through every sample of the series; its head stays the newest.
            int link = batch.earlier[before];
            batch.earlier[before] = batch.count;
            before = link;
        }
        ref.batch = number;
        batch.add(ref, time, value, before);
        return Outcome.APPENDED;
    }

    private Outcome judge(Ref ref, long time, double value) {
        if (batch.count >= state.settings.limits().samplesPerBatch()) {
            return Outcome.LIMIT;
        }
        if (time > newest) {
            return Outcome.TOO_FAR_AHEAD;
        }
        boolean again = ref.batch == number;
        HeadSeries series = ref.series;
        if (series == null || series.evicted) {
            series = find(ref);
            if (series == null) {
                Outcome outcome = again ? Outcome.APPENDED : admit(ref.labels());
                return outcome != Outcome.APPENDED
                        ? outcome
                        : time < oldest ? refuseNew(again) : judgePending(ref, again, time, value);
            }
        }
        Outcome outcome = judge(series, time, value);
        return outcome == Outcome.APPENDED ? judgePending(ref, again, time, value) : outcome;
    }

    private Outcome refuseNew(boolean again) {
        if (!again) {
            reserved--;
            state.seriesCount.decrementAndGet();
        }
        return Outcome.TOO_OLD;
    }

    private @Nullable HeadSeries find(Ref ref) {
        ref.series = null;
        int found = state.index.find(ref.labels());
        if (found < 0) {
            return null;
        }
        HeadSeries series = state.find(found);
        if (series == null || !series.labels.equals(ref.labels())) {
            return null;
        }
        ref.resolve(series);
        return series;
    }

    private Outcome judge(HeadSeries series, long time, double value) {
        long last = series.lastTime;
        if (time > last) {
            return time >= oldest ? Outcome.APPENDED : Outcome.TOO_OLD;
        }
        if (time == last && series.lastValueKnown) {
            return sameTime(series, time, series.lastValue, value);
        }
        return judgeLate(series, last, time, value);
    }

    private Outcome judgeLate(HeadSeries series, long last, long time, double value) {
        if (time < oldest) {
            return Outcome.TOO_OLD;
        }
        if (reader.valueAt(series, time)) {
            return sameTime(series, time, reader.value(), value);
        }
        long window = state.settings.lateWindow().toMillis();
        if (window == 0) {
            return Outcome.OUT_OF_ORDER;
        }
        return Math.min(last, newest) - time <= window ? Outcome.APPENDED : Outcome.TOO_OLD;
    }

    private Outcome judgePending(Ref ref, boolean again, long time, double value) {
        if (!again || time > batch.times[ref.newest]) {
            return Outcome.APPENDED;
        }
        for (int i = ref.newest; i >= 0; i = batch.earlier[i]) {
            if (batch.times[i] == time) {
                return sameTime(batch.values[i], value);
            }
        }
        long window = state.settings.lateWindow().toMillis();
        if (window == 0) {
            return Outcome.OUT_OF_ORDER;
        }
        return batch.times[ref.newest] - time <= window ? Outcome.APPENDED : Outcome.TOO_OLD;
    }

    /** What becomes of a sample where another one is. A deleted one is there until its block is written again, and takes the place. */
    private static Outcome sameTime(HeadSeries series, long time, double kept, double given) {
        long[] deleted = series.deleted;
        return deleted != null && Intervals.contains(deleted, time) ? Outcome.DUPLICATE : sameTime(kept, given);
    }

    private static Outcome sameTime(double kept, double given) {
        return Double.doubleToRawLongBits(kept) == Double.doubleToRawLongBits(given) ? Outcome.SAME : Outcome.DUPLICATE;
    }

    /** Whether a series that is not there yet may come, and then makes sure that there is a place for it. */
    private Outcome admit(Labels labels) {
        Outcome outcome = Admission.judge(labels, state.settings.limits());
        if (outcome != Outcome.APPENDED) {
            return outcome;
        }
        if (refs.size() > state.settings.limits().seriesPerWriter()) {
            return Outcome.LIMIT;
        }
        if (state.seriesCount.incrementAndGet() > state.settings.limits().series()) {
            state.seriesCount.decrementAndGet();
            return Outcome.LIMIT;
        }
        reserved++;
        return Outcome.APPENDED;
    }

    @Override
    public void describe(String family, Metadata metadata) {
        requireBatch("describe");
        Metadata known = state.metadata.get(family);
        if (!metadata.equals(known)
                && (known != null
                        || state.metadata.size() < state.settings.limits().families())) {
            batch.metadata.put(family, metadata);
        }
    }

    @Override
    public Committed commit() {
        requireBatch("commit");
        try {
            return committer.commit(writer, batch);
        } finally {
            end();
        }
    }

    @Override
    public void rollback() {
        requireBatch("rollback");
        end();
    }

    @Override
    public void close() {
        end();
    }

    private void end() {
        begun = false;
        batch.clear();
        state.seriesCount.addAndGet(-reserved);
        reserved = 0;
        int removals = state.removals.get();
        if (removals != removalsSeen || refs.size() > sweepAt) {
            removalsSeen = removals;
            refs.retain(ref -> ref.isLive() || ref.batch == number);
            sweepAt = Math.max(FEW_REFS, 2 * refs.size());
        }
    }

    private void requireBatch(String call) {
        if (!begun) {
            throw new IllegalStateException(call + ": no batch is open (expected: begin first)");
        }
    }
}
