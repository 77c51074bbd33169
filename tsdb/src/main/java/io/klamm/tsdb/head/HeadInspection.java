package io.klamm.tsdb.head;

import io.klamm.storage.SampleBuffer;
import io.klamm.storage.StorageException;
import io.klamm.tsdb.chunk.Presence;
import java.util.ArrayList;
import java.util.List;

/** Looks through the whole head, to count or to check. For one use. */
final class HeadInspection {

    private static final int PORTION = 1024;
    private static final int MOST_PROBLEMS = 100;

    private final HeadState state;
    private final ChunkFiles files;
    private final ChunkReader reader = new ChunkReader();
    private long samples;
    private long chunks;
    private long sealedSamples;
    private long oldest = Long.MAX_VALUE;

    HeadInspection(HeadState state, ChunkFiles files) {
        this.state = state;
        this.files = files;
    }

    HeadContents count() {
        HeadSeries[] all = state.all();
        Portions.each(all, state.lock.readLock(), PORTION, this::count);
        return new HeadContents(
                all.length, samples + sealedSamples, chunks, sealedSamples, files.bytes(), oldest, state.newest);
    }

    private void count(HeadSeries series) {
        samples += series.tailCount;
        Late late = series.late;
        samples += late == null ? 0 : late.size();
        oldest = Math.min(oldest, HeadView.firstTime(series));
        Column[] columns = series.columns;
        long[] places = series.places;
        for (int i = 0; columns != null && places != null && i < columns.length; i++) {
            chunks++;
            sealedSamples += samples(columns[i], places[i]);
        }
    }

    private long samples(Column column, long place) {
        try {
            Presence presence = reader.open(column, place);
            return presence == null ? column.times().size() : presence.count();
        } catch (StorageException e) {
            return 0;
        }
    }

    /** Reads every sealed chunk; what is damaged. */
    List<String> verify() {
        List<String> problems = new ArrayList<>();
        SampleBuffer samplesRead = new SampleBuffer();
        for (HeadSeries series : state.all()) {
            HeadChunks of = chunksOf(series);
            for (int i = 0; i < of.columns().size(); i++) {
                samplesRead.clear();
                try {
                    reader.read(of.columns().get(i), of.places().get(i), Long.MIN_VALUE, Long.MAX_VALUE, samplesRead);
                } catch (StorageException e) {
                    if (problems.size() < MOST_PROBLEMS) {
                        problems.add(e.getMessage() + ", of " + series.labels);
                    }
                }
            }
        }
        return problems;
    }

    private record HeadChunks(List<Column> columns, List<Long> places) {}

    private HeadChunks chunksOf(HeadSeries series) {
        List<Column> columns = new ArrayList<>();
        List<Long> places = new ArrayList<>();
        state.lock.readLock().lock();
        try {
            Column[] sealed = series.columns;
            long[] sealedPlaces = series.places;
            for (int i = 0; sealed != null && sealedPlaces != null && i < sealed.length; i++) {
                columns.add(sealed[i]);
                places.add(sealedPlaces[i]);
            }
        } finally {
            state.lock.readLock().unlock();
        }
        return new HeadChunks(columns, places);
    }
}
