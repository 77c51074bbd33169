package io.klamm.tsdb.head;

import io.klamm.model.series.Labels;
import io.klamm.model.series.Metadata;
import io.klamm.tsdb.wal.LogHandler;
import io.klamm.tsdb.wal.SampleRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts what the log has back into the head, as far as the chunk files have it not. Used before anybody else uses the head. */
final class HeadReplay implements LogHandler {

    /** At most so many samples wait for the labels of their series. */
    private static final int MOST_WAITING = 1 << 20;

    private final HeadState state;
    private final Placement placement;
    private final Map<Integer, HeadWriter> writers = new HashMap<>();
    private final Map<Integer, List<Waiting>> waiting = new HashMap<>();
    private @Nullable HeadSeries[] series = new HeadSeries[1024];
    private long segment;
    private int waitingSamples;
    private long lost;
    private long put;

    /** A sample whose series is not known yet: the record with its labels was damaged, and they come once more. */
    private record Waiting(HeadWriter writer, long time, double value, boolean late) {}

    HeadReplay(HeadState state) {
        this.state = state;
        this.placement = new Placement();
    }

    @Override
    public void segment(long number) {
        endSegment();
        segment = number;
    }

    /** Gives up the samples whose series were not told in the segment. */
    void endSegment() {
        lost += waitingSamples;
        waitingSamples = 0;
        waiting.clear();
        Arrays.fill(series, null);
        writers.clear();
    }

    @Override
    public void series(int number, Labels labels) {
        if (number >= series.length) {
            series = Arrays.copyOf(series, Math.max(number + 1, 2 * series.length));
        }
        HeadSeries one = state.findOrCreate(labels);
        series[number] = one;
        List<Waiting> samples = waitingSamples == 0 ? null : waiting.remove(number);
        if (samples != null) {
            waitingSamples -= samples.size();
            for (Waiting sample : samples) {
                placement.begin(null, sample.writer(), segment);
                put(one, sample.time(), sample.value(), sample.late());
            }
        }
    }

    @Override
    public void writer(int writer, String name) {
        writers.put(writer, state.writer(name));
    }

    @Override
    public void samples(SampleRecord samples) {
        HeadWriter writer = writers.get(samples.writer());
        if (writer == null) {
            writer = state.writer("");
        }
        placement.begin(null, writer, segment);
        for (int i = 0; i < samples.count(); i++) {
            int number = samples.series(i);
            HeadSeries one = number < series.length ? series[number] : null;
            if (one != null) {
                put(one, samples.time(i), samples.value(i), samples.late());
            } else {
                await(number, new Waiting(writer, samples.time(i), samples.value(i), samples.late()));
            }
        }
    }

    private void await(int number, Waiting sample) {
        if (waitingSamples == MOST_WAITING) {
            lost++;
            return;
        }
        waiting.computeIfAbsent(number, key -> new ArrayList<>()).add(sample);
        waitingSamples++;
    }

    private void put(HeadSeries one, long time, double value, boolean late) {
        if (time < state.cut) {
            return;
        }
        if (time > one.lastTime) {
            placement.put(one, 0, time, value);
            put++;
        } else if (time < one.lastTime && (late || !has(one, time)) && placement.putLate(one, time, value)) {
            state.undelete(one, time);
            put++;
        }
    }

    /** Whether a sample that came in order is there already: in a chunk, or in the tail, where the log has it twice. */
    private static boolean has(HeadSeries one, long time) {
        if (one.tailCount > 0 && time >= one.tailFirstTime()) {
            return one.line().row(time) >= 0;
        }
        Column[] columns = one.columns;
        for (int i = 0; columns != null && i < columns.length; i++) {
            if (time >= columns[i].times().first() && time <= columns[i].times().last() && !columns[i].late()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void cut(long time) {
        state.cut = Math.max(state.cut, time);
        state.floor = state.cut;
    }

    @Override
    public void delete(int number, long from, long to) {
        HeadSeries one = number < series.length ? series[number] : null;
        if (one != null) {
            one.deleted = Intervals.add(one.deleted, from, to);
            state.deletions.add(one);
        }
    }

    @Override
    public void metadata(String family, Metadata metadata) {
        state.metadata.put(family, metadata);
    }

    /** How many samples were put back. */
    long put() {
        return put;
    }

    /** How many samples have no series: the records with their labels are damaged. */
    long lost() {
        return lost;
    }
}
