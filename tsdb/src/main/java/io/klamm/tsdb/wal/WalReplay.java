package io.klamm.tsdb.wal;

import io.klamm.model.series.Labels;
import io.klamm.model.series.Metadata;
import io.klamm.storage.StorageException;
import io.klamm.tsdb.files.Disk;
import io.klamm.tsdb.files.DiskFile;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads segments from their first record to their last. Whatever is wrong with one costs no other. For one thread. */
final class WalReplay implements LogHandler {

    private static final Logger LOG = LoggerFactory.getLogger(WalReplay.class);

    private final Disk disk;
    private final Path directory;
    private final LogHandler handler;
    private final LogDecoder decoder = new LogDecoder();
    private final List<String> problems = new ArrayList<>();
    private int files;
    private long bytes;
    private long records;
    private long samples;
    private long damaged;
    private long torn;

    WalReplay(Disk disk, Path directory, LogHandler handler) {
        this.disk = disk;
        this.directory = directory;
        this.handler = handler;
    }

    /** Checks segments while they are in use: each up to where it was written whole. */
    ReplayReport check(Map<Long, Long> extents) {
        for (Map.Entry<Long, Long> extent : extents.entrySet()) {
            Path path = SegmentFiles.path(directory, extent.getKey());
            try (DiskFile file = disk.openToRead(path)) {
                readSegment(path, file, Math.min(file.size(), extent.getValue()));
            } catch (NoSuchFileException e) {
                LOG.debug("{} was deleted while the log was checked, as its older parts are from time to time", path);
            } catch (IOException e) {
                problem(path + ": cannot be read: " + e.getMessage());
            }
        }
        return report();
    }

    ReplayReport read(Collection<Long> segments) {
        for (long number : segments) {
            Path path = SegmentFiles.path(directory, number);
            try (DiskFile file = disk.openToRead(path)) {
                handler.segment(number);
                readSegment(path, file, file.size());
            } catch (IOException e) {
                problem(path + ": cannot be read: " + e.getMessage());
            }
        }
        return report();
    }

    private ReplayReport report() {
        return new ReplayReport(files, bytes, records, samples, damaged, torn, problems);
    }

    private void readSegment(Path path, DiskFile file, long size) throws IOException {
        files++;
        bytes += size;
        RecordReader reader = new RecordReader(file, 0, size);
        try {
            while (reader.next()) {
                if (reader.type() == RecordType.FILE) {
                    Segment.checkHeader(reader.body());
                } else {
                    decode(path, reader);
                }
            }
        } finally {
            damaged += reader.damaged();
            torn += reader.torn();
            if (reader.damaged() > 0) {
                problem(path + ": " + reader.damaged() + " bytes are damaged (passed over)");
            }
        }
    }

    private void decode(Path path, RecordReader reader) {
        try {
            decoder.decode(reader, this);
            records++;
        } catch (StorageException e) {
            damaged += reader.positionAfter() - reader.position();
            problem(path + ": " + e.getMessage() + " (passed over)");
        }
    }

    void problem(String text) {
        if (problems.size() < ReplayReport.MOST_PROBLEMS) {
            problems.add(text);
        }
    }

    @Override
    public void series(int series, Labels labels) {
        handler.series(series, labels);
    }

    @Override
    public void writer(int writer, String name) {
        handler.writer(writer, name);
    }

    @Override
    public void samples(SampleRecord record) {
        samples += record.count();
        handler.samples(record);
    }

    @Override
    public void cut(long time) {
        handler.cut(time);
    }

    @Override
    public void delete(int series, long from, long to) {
        handler.delete(series, from, to);
    }

    @Override
    public void metadata(String family, Metadata metadata) {
        handler.metadata(family, metadata);
    }
}
