package io.klamm.storage.remote.write;

import io.klamm.storage.Appender;
import io.klamm.storage.Outcome;
import io.klamm.storage.SeriesRef;

/** Writes a request into a store: the rows of one time as a batch of that time, so that the store may keep the time once. For one thread. */
final class BatchWriter {

    /** From how many rows on a time is worth a batch of its own. */
    private static final int ROW = 8;

    private final Appender appender;

    BatchWriter(Appender appender) {
        this.appender = appender;
    }

    void write(Request request) {
        Rows rows = request.rows();
        rows.sort();
        int pending = 0;
        int at = 0;
        while (at < rows.size()) {
            int end = rows.endOfTime(at);
            if (end - at >= ROW) {
                mixed(request, pending, at);
                together(request, at, end);
                pending = end;
            }
            at = end;
        }
        mixed(request, pending, rows.size());
        rest(request);
    }

    /** Rows of one time. */
    private void together(Request request, int from, int to) {
        Rows rows = request.rows();
        long time = rows.time(from);
        appender.begin(time);
        for (int place = from; place < to; place++) {
            int row = rows.row(place);
            CachedSeries series = rows.series(row);
            SeriesRef ref = series.ref();
            if (ref == null) {
                request.tally().sample(Outcome.LIMIT, series, time);
                continue;
            }
            long start = rows.start(row);
            Outcome outcome = start == 0
                    ? appender.append(ref, rows.value(row))
                    : appender.append(ref, start, time, rows.value(row));
            told(request, series, time, outcome);
        }
        commit(request);
    }

    /** Rows of many times, each of a few. */
    private void mixed(Request request, int from, int to) {
        if (from == to) {
            return;
        }
        Rows rows = request.rows();
        appender.begin(rows.time(from));
        for (int place = from; place < to; place++) {
            int row = rows.row(place);
            CachedSeries series = rows.series(row);
            long time = rows.timeOf(row);
            SeriesRef ref = series.ref();
            if (ref == null) {
                request.tally().sample(Outcome.LIMIT, series, time);
                continue;
            }
            long start = rows.start(row);
            Outcome outcome = start == 0
                    ? appender.append(ref, time, rows.value(row))
                    : appender.append(ref, start, time, rows.value(row));
            told(request, series, time, outcome);
        }
        commit(request);
    }

    private static void told(Request request, CachedSeries series, long time, Outcome outcome) {
        request.tally().sample(outcome, series, time);
        if (outcome == Outcome.LIMIT || outcome == Outcome.INVALID_LABELS) {
            series.forget();
        }
    }

    private void rest(Request request) {
        if (request.exemplars().isEmpty() && request.descriptions().isEmpty()) {
            return;
        }
        appender.begin(
                request.rows().size() == 0
                        ? 0
                        : request.rows().time(request.rows().size() - 1));
        for (Request.ExemplarRow row : request.exemplars()) {
            SeriesRef ref = row.series().ref();
            request.tally().exemplar(ref == null ? Outcome.LIMIT : appender.appendExemplar(ref, row.exemplar()));
        }
        for (Request.Description description : request.descriptions()) {
            appender.describe(description.family(), description.metadata());
        }
        commit(request);
    }

    private void commit(Request request) {
        request.tally().committed(appender.commit().logged());
    }
}
