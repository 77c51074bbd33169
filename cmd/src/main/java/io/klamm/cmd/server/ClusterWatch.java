package io.klamm.cmd.server;

import io.klamm.collector.zookeeper.ZooKeeperOffsets;
import io.klamm.kafka.ClusterCollector;
import io.klamm.kafka.OffsetsTopicConfig;
import io.klamm.kafka.RangeReader;
import io.klamm.kafka.offsets.OffsetsTopicReader;
import io.klamm.lag.CommitFanout;
import io.klamm.lag.journal.Journal;
import io.klamm.metrics.store.ClusterHistory;
import io.klamm.model.ComponentStatus;
import io.klamm.model.OffsetRange;
import io.klamm.model.commit.CommitSink;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Everything that watches one cluster, plugged together: the collector, the sources of commits, the journal, and those who judge.
 *
 * <p>Receivers start first: what the journal remembers is given to the judges, then the collector begins, and with its first reading the
 * sources of commits.
 */
final class ClusterWatch implements AutoCloseable {

    private final ClusterSettings settings;
    private final ClusterJudges judges;
    private final Journal journal;
    private final ClusterHistory history;
    private final ClusterCollector collector;
    private final OffsetsTopicReader offsets;
    private final RangeReader ranges;
    private final List<ZooKeeperOffsets> zooKeepers = new ArrayList<>();
    private final Clock clock;
    private @Nullable Thread starting;
    private boolean closed;

    /**
     * Connects to nothing.
     *
     * @param board where verdicts go
     * @param history where readings go as time series
     * @param told called when there is something new to show
     */
    ClusterWatch(ClusterSettings settings, ClusterBoard board, ClusterHistory history, Runnable told, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.history = history;
        this.judges = new ClusterJudges(settings, clock);
        this.journal = new Journal(settings.history().of(settings.name()), settings.name(), clock);
        this.ranges = new RangeReader(settings.kafka(), this::counted, clock);
        CommitSink sink = new CommitFanout(List.of(judges.keeper(), judges.burrow(), journal.commits()));
        Publisher publisher = new Publisher(judges, journal, ranges, history, board, told, this::startSources, clock);
        this.offsets = new OffsetsTopicReader(settings.kafka(), sink, publisher::offsets, clock);
        this.collector = new ClusterCollector(settings.kafka(), publisher, clock);
        for (ClusterSettings.ZooKeeperSource source : settings.zooKeepers()) {
            zooKeepers.add(new ZooKeeperOffsets(source.config(), source.groups()::accepts, sink, judges::owned, clock));
        }
    }

    ClusterSettings settings() {
        return settings;
    }

    ClusterJudges judges() {
        return judges;
    }

    ClusterBoard.Entry entry() {
        return new ClusterBoard.Entry(settings.name(), settings.kafka().interval(), collector::status, judges.keeper());
    }

    /** What its parts say of themselves, but for the collector. */
    List<Supplier<ComponentStatus>> components() {
        List<Supplier<ComponentStatus>> components = new ArrayList<>();
        if (readsOffsets()) {
            components.add(offsets::status);
        }
        components.add(judges::status);
        components.add(ranges::status);
        components.add(journal::status);
        zooKeepers.forEach(source -> components.add(source::status));
        return components;
    }

    /** Returns at once; reading the journal may take a moment. */
    synchronized void start() {
        if (starting == null && !closed) {
            starting = new Thread(this::begin, "klamm-start-" + settings.name());
            starting.setDaemon(true);
            starting.start();
        }
    }

    private void begin() {
        judges.restore(settings.history().of(settings.name()), readsOffsets(), clock.instant());
        startAll();
    }

    private synchronized void startAll() {
        if (closed) {
            return;
        }
        journal.start();
        ranges.start();
        collector.start();
    }

    /** With the first reading: a commit says nothing as long as no end is known. */
    private synchronized void startSources() {
        if (closed) {
            return;
        }
        if (readsOffsets()) {
            offsets.start();
        }
        zooKeepers.forEach(ZooKeeperOffsets::start);
    }

    private void counted(OffsetRange range, long records) {
        judges.keeper().answer(range, records);
        journal.counted(range, records);
    }

    private boolean readsOffsets() {
        return settings.kafka().offsetsTopic().reading() == OffsetsTopicConfig.Reading.AUTO;
    }

    /** Sources first, receivers after them. Safe to call twice. */
    @Override
    public synchronized void close() {
        closed = true;
        collector.close();
        zooKeepers.forEach(ZooKeeperOffsets::close);
        offsets.close();
        ranges.close();
        journal.close();
        history.close();
    }
}
