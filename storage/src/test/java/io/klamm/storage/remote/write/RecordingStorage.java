package io.klamm.storage.remote.write;

import io.klamm.model.series.Exemplar;
import io.klamm.model.series.Labels;
import io.klamm.model.series.Metadata;
import io.klamm.storage.Appender;
import io.klamm.storage.Appenders;
import io.klamm.storage.Committed;
import io.klamm.storage.Outcome;
import io.klamm.storage.SeriesRef;
import io.klamm.storage.memory.MemoryStorage;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** A store in memory that also keeps exemplars and descriptions, notes its calls, has a limit of series, and can lose its log. */
final class RecordingStorage implements Appenders {

    final MemoryStorage storage = new MemoryStorage(0);
    final List<String> batches = new ArrayList<>();
    final List<Exemplar> exemplars = new ArrayList<>();
    final TreeMap<String, Metadata> descriptions = new TreeMap<>();
    final List<String> writers = new ArrayList<>();
    final List<String> closed = new ArrayList<>();
    int lookUps;
    boolean logged = true;
    boolean keepsExemplars = true;
    String refusedMetric = "";

    @Override
    public Appender appender(String writer) {
        writers.add(writer);
        return new Recording(writer, storage.appender(writer));
    }

    private final class Recording implements Appender {
        private final String writer;
        private final Appender inner;
        private String batch = "";

        Recording(String writer, Appender inner) {
            this.writer = writer;
            this.inner = inner;
        }

        @Override
        public void begin(long timestamp) {
            batch = timestamp + ":";
            inner.begin(timestamp);
        }

        @Override
        public SeriesRef series(Labels labels) {
            lookUps++;
            return inner.series(labels);
        }

        @Override
        public Outcome append(SeriesRef series, double value) {
            batch += " " + series.labels().metricName();
            return series.labels().metricName().equals(refusedMetric) ? Outcome.LIMIT : inner.append(series, value);
        }

        @Override
        public Outcome append(SeriesRef series, long timestamp, double value) {
            batch += " " + series.labels().metricName() + "@" + timestamp;
            return series.labels().metricName().equals(refusedMetric)
                    ? Outcome.LIMIT
                    : inner.append(series, timestamp, value);
        }

        @Override
        public Outcome append(SeriesRef series, long start, long timestamp, double value) {
            batch += " since " + start;
            return append(series, timestamp, value);
        }

        @Override
        public Outcome appendExemplar(SeriesRef series, Exemplar exemplar) {
            if (!keepsExemplars) {
                return Outcome.UNSUPPORTED;
            }
            if (!exemplars.isEmpty() && exemplars.get(exemplars.size() - 1).timestamp() > exemplar.timestamp()) {
                return Outcome.OUT_OF_ORDER;
            }
            exemplars.add(exemplar);
            return Outcome.APPENDED;
        }

        @Override
        public void describe(String family, Metadata metadata) {
            descriptions.put(family, metadata);
        }

        @Override
        public Committed commit() {
            batches.add(batch);
            return new Committed(inner.commit().samples(), logged);
        }

        @Override
        public void rollback() {
            inner.rollback();
        }

        @Override
        public void close() {
            closed.add(writer);
            inner.close();
        }
    }
}
