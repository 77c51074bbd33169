package io.klamm.scrape.series;

import io.klamm.model.series.Exemplar;
import io.klamm.model.series.Labels;
import io.klamm.model.series.Metadata;
import io.klamm.model.series.StaleMarker;
import io.klamm.scrape.config.Limits;
import io.klamm.scrape.config.SampleConfig;
import io.klamm.scrape.exposition.ExpositionException;
import io.klamm.scrape.exposition.ExpositionReader;
import io.klamm.scrape.exposition.ExpositionReader.Entry;
import io.klamm.storage.Appender;
import io.klamm.storage.Committed;
import io.klamm.storage.Outcome;
import io.klamm.storage.SeriesRef;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One target's way into the store, page by page: {@link #write} or {@link #writeNothing}, any number of {@link #report}, {@link #commit}, and again.
 *
 * <p>A page is taken whole or not at all. A series that a page no longer has, or that is on no page because there is none, gets a stale marker once. For one
 * thread at a time; {@link #metadata} is safe from any.
 */
public final class PageWriter implements AutoCloseable {

    private final Appender appender;
    private final SampleLabels labels;
    private final SampleConfig config;
    private final Limits limits;
    private final SeriesCache cache = new SeriesCache();
    private final MetadataCache metadata = new MetadataCache();
    private final Set<Labels> inherited = new HashSet<>();
    private boolean exemplars = true;
    private PageCounts counts = new PageCounts();
    private long batchTime;

    /**
     * A writer that knows no series yet.
     *
     * @param appender the target's own; it is closed with this
     * @param target the labels that each series gets
     */
    public PageWriter(Appender appender, Labels target, SampleConfig config, Limits limits) {
        this.appender = appender;
        this.labels = new SampleLabels(target, config);
        this.config = config;
        this.limits = limits;
    }

    /**
     * Takes over the living series of the writer whose place this one takes, before its first page: those that this one makes no more, because the job's
     * rules are others now, end with that page.
     */
    public void inherit(PageWriter before) {
        inherited.addAll(before.inherited);
        before.cache.eachOfLast(series -> {
            SeriesRef ref = series.ref;
            if (ref != null && series.tracked) {
                inherited.add(ref.labels());
            }
        });
    }

    /** Writes a page of a time, in milliseconds since the epoch, and leaves the batch open. {@code reader} has begun the page. */
    public PageResult write(ExpositionReader reader, long timestamp) {
        counts = new PageCounts();
        begin(timestamp);
        cache.begin();
        try {
            read(reader);
            if (limits.samples() > 0 && counts.kept > limits.samples()) {
                return refuse(timestamp, "sample limit exceeded");
            }
            cache.end(this::markStale);
            endInherited();
            metadata.end(appender);
            return counts.result("");
        } catch (ExpositionException | PageRefusedException e) {
            return refuse(timestamp, String.valueOf(e.getMessage()));
        }
    }

    private PageResult refuse(long timestamp, String problem) {
        appender.rollback();
        writeNothing(timestamp);
        return counts.result(problem);
    }

    /** Ends all series with a stale marker of this time, because there is no page, and leaves the batch open. */
    public void writeNothing(long timestamp) {
        begin(timestamp);
        cache.fail(this::markStale);
        inherited.forEach(this::end);
        inherited.clear();
    }

    private void endInherited() {
        if (inherited.isEmpty()) {
            return;
        }
        cache.eachOfLast(series -> {
            SeriesRef ref = series.ref;
            if (ref != null) {
                inherited.remove(ref.labels());
            }
        });
        inherited.forEach(this::end);
        inherited.clear();
    }

    private void end(Labels labels) {
        // A store that takes no stale marker took no sample either.
        Outcome unused = appender.append(appender.series(labels), StaleMarker.VALUE);
    }

    private void begin(long timestamp) {
        batchTime = timestamp;
        appender.begin(timestamp);
    }

    private void read(ExpositionReader reader) throws ExpositionException, PageRefusedException {
        while (true) {
            CachedSeries guess = cache.guess();
            Entry entry = guess == null ? reader.next() : reader.next(guess.key);
            switch (entry) {
                case SAMPLE -> sample(reader, guess);
                case TYPE -> metadata.type(reader);
                case HELP -> metadata.help(reader);
                case UNIT -> metadata.unit(reader);
                case END -> {
                    return;
                }
            }
        }
    }

    private void sample(ExpositionReader reader, @Nullable CachedSeries guess)
            throws ExpositionException, PageRefusedException {
        counts.samples++;
        CachedSeries series = guess != null && reader.met() ? guess : find(reader);
        boolean first = cache.see(series);
        SeriesRef ref = series.ref;
        if (ref == null) {
            return;
        }
        counts.kept++;
        boolean timed = config.honorTimestamps() && reader.hasTimestamp();
        if (!first && !timed) {
            counts.duplicates++;
            return;
        }
        series.trackedNow = !timed || config.trackTimestampsStaleness();
        if (limits.samples() == 0 || counts.kept <= limits.samples()) {
            append(reader, ref, timed);
        }
    }

    private void append(ExpositionReader reader, SeriesRef ref, boolean timed)
            throws ExpositionException, PageRefusedException {
        Outcome outcome =
                timed ? appender.append(ref, reader.timestamp(), reader.value()) : appender.append(ref, reader.value());
        if (!counts.count(outcome)) {
            throw new PageRefusedException("invalid labels " + ref.labels());
        }
        if (exemplars && reader.hasExemplar()) {
            appendExemplar(reader, ref, timed ? reader.timestamp() : batchTime);
        }
    }

    /** A store that takes none is asked once. */
    private void appendExemplar(ExpositionReader reader, SeriesRef ref, long time) throws ExpositionException {
        Optional<Exemplar> exemplar = reader.exemplar(time);
        if (exemplar.isPresent()) {
            exemplars = appender.appendExemplar(ref, exemplar.get()) != Outcome.UNSUPPORTED;
        }
    }

    private CachedSeries find(ExpositionReader reader) throws ExpositionException, PageRefusedException {
        byte[] bytes = reader.bytes();
        int from = reader.seriesFrom();
        int to = reader.seriesTo();
        int hash = ByteKeys.hash(bytes, from, to);
        CachedSeries known = cache.find(bytes, from, to, hash);
        if (known != null) {
            return known;
        }
        Optional<Labels> made = labels.of(reader.series());
        if (made.isPresent()) {
            require(made.get());
            counts.added++;
        }
        SeriesRef ref = made.map(appender::series).orElse(null);
        CachedSeries added = new CachedSeries(Arrays.copyOfRange(bytes, from, to), hash, ref);
        cache.add(added);
        return added;
    }

    private void require(Labels made) throws PageRefusedException {
        if (!made.has(Labels.NAME)) {
            throw new PageRefusedException("missing metric name (__name__ label)");
        }
        String problem = LabelLimits.problem(made, limits);
        if (!problem.isEmpty()) {
            throw new PageRefusedException(problem);
        }
    }

    private void markStale(CachedSeries series) {
        SeriesRef ref = series.ref;
        if (ref != null) {
            // Refused if another way of writing the same series has a sample on this page: then it has not ended.
            Outcome unused = appender.append(ref, StaleMarker.VALUE);
        }
    }

    /** A series of the target's own, for {@link #report}. */
    public SeriesRef series(Labels own) {
        return appender.series(own);
    }

    /** Appends to the open batch. */
    public Outcome report(SeriesRef series, double value) {
        return appender.append(series, value);
    }

    public Committed commit() {
        return appender.commit();
    }

    /** What the pages say of their metric families, by name. */
    public Map<String, Metadata> metadata() {
        return metadata.view();
    }

    /** How many series are known. For the writer's own thread. */
    public int seriesKnown() {
        return cache.size();
    }

    @Override
    public void close() {
        appender.close();
    }
}
