package io.klamm.storage.remote.send;

import io.klamm.model.series.Labels;
import io.klamm.model.series.Metadata;
import io.klamm.storage.log.LogPosition;
import io.klamm.storage.log.LogSink;
import io.klamm.storage.log.LogTail;
import io.klamm.storage.log.SampleLog;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the log on behalf of a destination, from its save-point on. For one thread. */
final class LogSource implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LogSource.class);
    private static final long SYNC_EVERY_MILLIS = 1_000;

    /** So many records at most are read in one go, so that a destination of which all is dropped can be stopped. */
    private static final int RECORDS = 1_000;

    private final SendConfig config;
    private final SavePoint savePoint;
    private final SentSeriesTable table;
    private final KnownMetadata metadata;
    private final SendCounters counters;
    private final LogTail tail;
    private LogPosition saved;
    private long synced = Long.MIN_VALUE;

    LogSource(SendConfig config, SampleLog log, SavePoint savePoint, KnownMetadata metadata, SendCounters counters) {
        this.config = config;
        this.savePoint = savePoint;
        this.table = new SentSeriesTable(config.externalLabels(), config.relabel());
        this.metadata = metadata;
        this.counters = counters;
        this.saved = begin(log);
        this.tail = log.tail(config.reader(), saved);
    }

    private LogPosition begin(SampleLog log) {
        try {
            Optional<LogPosition> known = savePoint.read();
            if (known.isPresent()) {
                return known.get();
            }
            LogPosition begin = config.fromOldest() ? LogPosition.START : log.end();
            savePoint.write(begin, true);
            return begin;
        } catch (IOException e) {
            LOG.warn("{}: begins with the oldest samples of the log: {}", config, e.getMessage());
            return LogPosition.START;
        }
    }

    /** Reads on until the round has so many samples, or there are no more. */
    void fill(Round round, int samples) {
        RoundSink sink = new RoundSink(round);
        for (int records = 0; records < RECORDS && round.size() < samples; records++) {
            LogPosition before = tail.position();
            long read = counters.read;
            if (!tail.read(sink)) {
                return;
            }
            LogPosition after = tail.position();
            if (before.segment() == after.segment() && counters.read > read) {
                counters.readBytes += after.offset() - before.offset();
            } else {
                counters.readBytes += counters.read == 0 ? 0 : counters.readBytes / counters.read;
            }
        }
    }

    private final class RoundSink implements LogSink {
        private final Round round;

        RoundSink(Round round) {
            this.round = round;
        }

        @Override
        public void sample(Labels labels, long timestamp, double value) {
            counters.read++;
            SentSeries series = table.of(labels);
            if (series == null) {
                counters.dropped++;
            } else {
                round.add(series, timestamp, value);
            }
        }

        @Override
        public void metadata(String family, Metadata of) {
            metadata.add(family, of);
        }
    }

    /** Says that the destination has all that was read. */
    void done(long now) {
        table.trim();
        save(now, synced == Long.MIN_VALUE || now - synced >= SYNC_EVERY_MILLIS);
    }

    private void save(long now, boolean sync) {
        LogPosition position = tail.position();
        if (position.equals(saved) && !sync) {
            return;
        }
        try {
            savePoint.write(position, sync);
            saved = position;
            if (sync) {
                synced = now;
                tail.keepFrom(position);
            }
        } catch (IOException e) {
            LOG.warn("{}: the save-point is not written: {}", config, e.getMessage());
        }
    }

    /** Where a start would go on now. */
    LogPosition saved() {
        return saved;
    }

    /** Whether something was read that {@link #done} has not been told of. */
    boolean advanced() {
        return !tail.position().equals(saved);
    }

    long behind() {
        return tail.behind();
    }

    /** About how many samples so many bytes of the log are. */
    long samplesIn(long bytes) {
        return counters.readBytes == 0 ? 0 : Math.round((double) bytes * counters.read / counters.readBytes);
    }

    long lost() {
        return tail.lost();
    }

    @Override
    public void close() {
        tail.close();
    }
}
