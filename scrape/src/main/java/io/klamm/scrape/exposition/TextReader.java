package io.klamm.scrape.exposition;

import io.klamm.model.series.MetricType;
import java.util.Locale;

/** Reads Prometheus's text format: blanks are free, lines may be empty, comments may say anything. */
final class TextReader extends ExpositionReader {

    private static final int MOST_DIGITS = 18;
    private static final double MILLIS = 1000;

    private final SeriesScanner scanner = new SeriesScanner(page, true);
    private Entry comment = Entry.END;

    TextReader() {}

    @Override
    Entry read() throws ExpositionException {
        while (true) {
            at = page.skipBlanks(at);
            entryFrom = at;
            if (at >= page.end) {
                return Entry.END;
            }
            byte first = page.bytes[at];
            if (first == '\n') {
                at++;
            } else if (first != '#') {
                sample();
                return Entry.SAMPLE;
            } else if (comment()) {
                return comment;
            }
        }
    }

    @Override
    boolean delimits(int index) {
        return Bytes.isBlank(page.bytes[index]) && page.at(page.skipBlanks(index)) != '{';
    }

    private void sample() throws ExpositionException {
        seriesTo = seriesEnd(at, scanner);
        int i = page.skipBlanks(seriesTo);
        if (i == seriesTo && page.bytes[i - 1] != '}') {
            throw page.unexpected(i, "a value after the metric name");
        }
        i = page.skipBlanks(number(i, "a value"));
        value = numbers.value();
        timed = !page.endsLine(i);
        if (timed) {
            i = page.skipBlanks(milliseconds(i));
            if (!page.endsLine(i)) {
                throw page.unexpected(i, "the end of the line after the timestamp");
            }
        }
        at = i + 1;
    }

    private int milliseconds(int from) throws ExpositionException {
        int i = page.at(from) == '-' ? from + 1 : from;
        int first = i;
        long sum = 0;
        while (page.at(i) >= '0' && page.at(i) <= '9' && i - first < MOST_DIGITS) {
            sum = sum * 10 + page.bytes[i] - '0';
            i++;
        }
        if (i == first || !(page.endsLine(i) || Bytes.isBlank(page.bytes[i]))) {
            throw page.unexpected(from, "a timestamp in whole milliseconds");
        }
        timestamp = first > from ? -sum : sum;
        seconds = timestamp / MILLIS;
        return i;
    }

    /** Whether the comment says something; else it is passed over. */
    private boolean comment() throws ExpositionException {
        int word = page.skipBlanks(at + 1);
        boolean help = page.startsWith("HELP", word);
        int name = page.skipBlanks(word + 4);
        if (word == at + 1 || name == word + 4 || !(help || page.startsWith("TYPE", word))) {
            at = page.endOfLine(word) + 1;
            return false;
        }
        familyFrom = name;
        familyTo = scanner.metricName(name);
        textFrom = page.skipBlanks(familyTo);
        textTo = page.endOfLine(textFrom);
        if (textFrom == familyTo && textFrom < textTo) {
            throw page.unexpected(familyTo, "a blank after the metric name");
        }
        at = textTo + 1;
        if (help) {
            requireUtf8Text();
        } else {
            type = typeOf(Bytes.text(page.bytes, textFrom, textTo).strip());
        }
        comment = help ? Entry.HELP : Entry.TYPE;
        return true;
    }

    private MetricType typeOf(String word) throws ExpositionException {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "counter" -> MetricType.COUNTER;
            case "gauge" -> MetricType.GAUGE;
            case "histogram" -> MetricType.HISTOGRAM;
            case "summary" -> MetricType.SUMMARY;
            case "untyped" -> MetricType.UNKNOWN;
            default ->
                throw page.unexpected(textFrom, "one of the types counter, gauge, histogram, summary and untyped");
        };
    }

    @Override
    public String text() {
        return Bytes.unescaped(page.bytes, textFrom, textTo, false);
    }
}
