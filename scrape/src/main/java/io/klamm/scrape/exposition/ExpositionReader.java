package io.klamm.scrape.exposition;

import io.klamm.model.series.Exemplar;
import io.klamm.model.series.Labels;
import io.klamm.model.series.MetricType;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a page of metrics entry by entry, over its bytes and without copies: {@link #begin}, then {@link #next()} until {@link Entry#END}.
 *
 * <p>What an entry holds is asked for after {@code next} and is good until the following one. Whoever keeps the bytes of a series can recognise it
 * without having it read: see {@link #next(byte[])}. For one thread; a reader can be used for page after page. Any bytes are either read or refused with an
 * {@link ExpositionException}; after one, only {@code begin} is allowed.
 */
public abstract sealed class ExpositionReader permits TextReader, OpenMetricsReader {

    /** What a page is made of. */
    public enum Entry {
        /** A sample: {@link #series()}, {@link #value()}, {@link #timestamp()} and {@link #exemplar} tell it. */
        SAMPLE,
        /** The kind of a family: {@link #family()} and {@link #type()}. */
        TYPE,
        /** The help of a family: {@link #family()} and {@link #text()}. */
        HELP,
        /** The unit of a family: {@link #family()} and {@link #text()}. */
        UNIT,
        /** There is no more. */
        END
    }

    final Page page = new Page();
    final NumberReader numbers = new NumberReader();
    int at;
    int entryFrom;

    int seriesTo;
    double value;
    boolean timed;
    long timestamp;
    double seconds;

    int exemplarFrom;
    int exemplarTo;
    double exemplarValue;
    boolean exemplarTimed;
    long exemplarTimestamp;

    int familyFrom;
    int familyTo;
    int textFrom;
    int textTo;
    MetricType type = MetricType.UNKNOWN;

    private byte @Nullable [] expected;
    private boolean met;

    ExpositionReader() {}

    /** A reader of pages of a format. */
    public static ExpositionReader of(ExpositionFormat format) {
        return switch (format) {
            case TEXT -> new TextReader();
            case OPENMETRICS -> new OpenMetricsReader();
        };
    }

    /** Begins a page: the bytes from {@code from} up to, not including, {@code to}. They must not change while it is read. */
    public final void begin(byte[] bytes, int from, int to) {
        Objects.checkFromToIndex(from, to, bytes.length);
        page.set(bytes, from, to);
        at = from;
        entryFrom = from;
        restart();
    }

    /** Forgets what is known of a page. */
    void restart() {}

    /** Steps to the next entry. */
    public final Entry next() throws ExpositionException {
        expected = null;
        return read();
    }

    /**
     * Steps to the next entry, of which is thought that it is a sample of the series with these bytes. If it is, the series is not looked at again, and
     * {@link #met()} says so.
     *
     * @param series name and labels of a series as a page of this format had them
     */
    public final Entry next(byte[] series) throws ExpositionException {
        expected = series;
        return read();
    }

    abstract Entry read() throws ExpositionException;

    /** Whether the sample is of the series that {@link #next(byte[])} was told. */
    public final boolean met() {
        return met;
    }

    /** The index after the series at {@code from}: that which is expected if it stands there, else as the scanner finds it. */
    final int seriesEnd(int from, SeriesScanner scanner) throws ExpositionException {
        byte[] bytes = expected;
        if (bytes != null) {
            int to = from + bytes.length;
            met = to < page.end && delimits(to) && Arrays.equals(page.bytes, from, to, bytes, 0, bytes.length);
            if (met) {
                return to;
            }
        }
        met = false;
        return scanner.series(from);
    }

    /** Whether a series may end before this byte, and nothing but a value can follow. */
    abstract boolean delimits(int index);

    /** The line of the entry, counted from 1. Found by counting, so to be asked for rarely. */
    public final int line() {
        return page.line(entryFrom);
    }

    /** The page's bytes. */
    public final byte[] bytes() {
        return page.bytes;
    }

    /** Where the sample's series begins in {@link #bytes()}. */
    public final int seriesFrom() {
        return entryFrom;
    }

    /** The index after the sample's series. */
    public final int seriesTo() {
        return seriesTo;
    }

    /** The sample's name and labels, made anew with each call; refused if a label occurs twice. */
    public final ExposedLabels series() throws ExpositionException {
        return exposed(entryFrom, seriesTo);
    }

    private ExposedLabels exposed(int from, int to) throws ExpositionException {
        ExposedLabels labels = ExposedLabels.of(page.bytes, from, to);
        String repeated = labels.repeatedName();
        if (!repeated.isEmpty()) {
            throw page.mistake(from, "label " + repeated + ": given twice (expected: each name once)");
        }
        return labels;
    }

    public final double value() {
        return value;
    }

    /** Whether the sample has a time of its own. */
    public final boolean hasTimestamp() {
        return timed;
    }

    /** The sample's own time, in milliseconds since the epoch. */
    public final long timestamp() {
        return timestamp;
    }

    /** The sample's own time in seconds, with all that the page has below a millisecond. */
    public final double timestampSeconds() {
        return seconds;
    }

    public final boolean hasExemplar() {
        return exemplarTo > exemplarFrom;
    }

    /** Whether the sample's exemplar has a time of its own. */
    public final boolean hasExemplarTimestamp() {
        return exemplarTimed;
    }

    /**
     * The sample's exemplar, if it has one.
     *
     * @param otherwise its time if it has none of its own, in milliseconds since the epoch
     */
    public final Optional<Exemplar> exemplar(long otherwise) throws ExpositionException {
        if (!hasExemplar()) {
            return Optional.empty();
        }
        Labels labels = exposed(exemplarFrom, exemplarTo).toLabels();
        return Optional.of(new Exemplar(labels, exemplarValue, exemplarTimed ? exemplarTimestamp : otherwise));
    }

    /** The family's name that {@code TYPE}, {@code HELP} or {@code UNIT} is about. */
    public final String family() {
        boolean quoted = page.bytes[familyFrom] == '"';
        return quoted
                ? Bytes.unescaped(page.bytes, familyFrom + 1, familyTo - 1, true)
                : Bytes.text(page.bytes, familyFrom, familyTo);
    }

    /** Where the family's name begins in {@link #bytes()}. */
    public final int familyFrom() {
        return familyFrom;
    }

    /** The index after the family's name. */
    public final int familyTo() {
        return familyTo;
    }

    public final MetricType type() {
        return type;
    }

    /** Where the help or unit begins in {@link #bytes()}, escapes and all. */
    public final int textFrom() {
        return textFrom;
    }

    /** The index after the help or unit. */
    public final int textTo() {
        return textTo;
    }

    /** The help or unit, its escapes resolved. */
    public abstract String text();

    final int number(int from, String what) throws ExpositionException {
        int to = numbers.read(page.bytes, from, page.end);
        if (to < 0 || !(page.endsLine(to) || Bytes.isBlank(page.bytes[to]))) {
            throw page.unexpected(from, what);
        }
        return to;
    }

    final void requireUtf8Text() throws ExpositionException {
        if (!Bytes.isUtf8(page.bytes, textFrom, textTo)) {
            throw page.mistake(textFrom, "a text that is not UTF-8");
        }
    }
}
