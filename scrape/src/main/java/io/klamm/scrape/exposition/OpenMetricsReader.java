package io.klamm.scrape.exposition;

import io.klamm.model.series.MetricType;

/**
 * Reads OpenMetrics: one space where there is one, no empty lines, and {@code # EOF} at the end.
 *
 * <p>Each line is held to the format; what lines must be to each other is not its matter.
 */
final class OpenMetricsReader extends ExpositionReader {

    private static final double MILLIS = 1000;
    private static final String TYPES =
            "one of the types counter, gauge, histogram, gaugehistogram, summary, info, stateset and unknown";

    private final SeriesScanner scanner = new SeriesScanner(page, false);
    private boolean ended;

    OpenMetricsReader() {}

    @Override
    void restart() {
        ended = false;
    }

    @Override
    Entry read() throws ExpositionException {
        entryFrom = at;
        if (ended) {
            return Entry.END;
        }
        if (at >= page.end) {
            throw page.mistake(at, "the page ends early (expected: # EOF as its last line)");
        }
        if (page.bytes[at] == '#') {
            return comment();
        }
        if (page.bytes[at] == '\n') {
            throw page.mistake(at, "an empty line (expected: none)");
        }
        sample();
        return Entry.SAMPLE;
    }

    @Override
    boolean delimits(int index) {
        return page.bytes[index] == ' ';
    }

    private void sample() throws ExpositionException {
        seriesTo = seriesEnd(at, scanner);
        requireSpace(seriesTo, "a space and a value");
        int i = number(seriesTo + 1, "a value");
        value = numbers.value();
        timed = page.at(i) == ' ' && page.at(i + 1) != '#';
        if (timed) {
            i = milliseconds(i + 1, "a timestamp in seconds");
            seconds = numbers.value();
            timestamp = toMillis(seconds);
        }
        exemplarTo = exemplarFrom;
        if (page.at(i) == ' ') {
            i = exemplar(i + 1);
        }
        requireEnd(i);
        at = i + 1;
    }

    private int exemplar(int from) throws ExpositionException {
        if (!page.startsWith("# {", from)) {
            throw page.unexpected(from, "an exemplar, as in # {trace_id=\"1\"} 0.5");
        }
        exemplarFrom = from + 2;
        exemplarTo = scanner.exemplarLabels(exemplarFrom);
        requireSpace(exemplarTo, "a space and the exemplar's value");
        int i = number(exemplarTo + 1, "the exemplar's value");
        exemplarValue = numbers.value();
        exemplarTimed = page.at(i) == ' ';
        if (exemplarTimed) {
            i = milliseconds(i + 1, "the exemplar's timestamp in seconds");
            exemplarTimestamp = toMillis(numbers.value());
        }
        return i;
    }

    private int milliseconds(int from, String what) throws ExpositionException {
        int to = number(from, what);
        if (!Double.isFinite(numbers.value())) {
            throw page.unexpected(from, what);
        }
        return to;
    }

    private static long toMillis(double seconds) {
        return (long) (seconds * MILLIS);
    }

    private Entry comment() throws ExpositionException {
        if (page.startsWith("# EOF", at)) {
            return end();
        }
        if (page.startsWith("# HELP ", at)) {
            describe();
            requireUtf8Text();
            return Entry.HELP;
        }
        if (page.startsWith("# TYPE ", at)) {
            describe();
            type = typeOf(Bytes.text(page.bytes, textFrom, textTo));
            return Entry.TYPE;
        }
        if (page.startsWith("# UNIT ", at)) {
            describe();
            requireUnit();
            return Entry.UNIT;
        }
        throw page.unexpected(at, "# HELP, # TYPE, # UNIT or # EOF");
    }

    private Entry end() throws ExpositionException {
        int after = at + "# EOF".length();
        if (after < page.end && page.bytes[after] == '\n') {
            after++;
        }
        if (after < page.end) {
            throw page.unexpected(after, "nothing after # EOF");
        }
        ended = true;
        return Entry.END;
    }

    private void describe() throws ExpositionException {
        familyFrom = at + "# HELP ".length();
        familyTo = scanner.metricName(familyFrom);
        requireSpace(familyTo, "a space after the metric name");
        textFrom = familyTo + 1;
        textTo = page.endOfLine(textFrom);
        at = textTo + 1;
    }

    /** A unit is the end of its family's name, after an underscore. */
    private void requireUnit() throws ExpositionException {
        String unit = text();
        if (!unit.isEmpty() && !family().endsWith("_" + unit)) {
            throw page.mistake(
                    textFrom, "unit " + unit + " of " + family() + " (expected: a name that ends with _" + unit + ")");
        }
    }

    private MetricType typeOf(String word) throws ExpositionException {
        for (MetricType each : MetricType.values()) {
            if (each.word().equals(word)) {
                return each;
            }
        }
        throw page.unexpected(textFrom, TYPES);
    }

    private void requireSpace(int index, String what) throws ExpositionException {
        if (page.at(index) != ' ') {
            throw page.unexpected(index, what);
        }
    }

    private void requireEnd(int index) throws ExpositionException {
        if (!page.endsLine(index)) {
            throw page.unexpected(index, "the end of the line");
        }
    }

    @Override
    public String text() {
        return Bytes.unescaped(page.bytes, textFrom, textTo, true);
    }
}
