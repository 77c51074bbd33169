package io.klamm.scrape.exposition;

/** Finds where a series' name and labels end on a page, and that they are well written; keeps nothing of them. */
final class SeriesScanner {

    private final Page page;

    /** Whether blanks may stand around names, braces and commas, and a comma after the last label: so in the text format, not in OpenMetrics. */
    private final boolean loose;

    private boolean named;

    SeriesScanner(Page page, boolean loose) {
        this.page = page;
        this.loose = loose;
    }

    /** The index after {@code name{labels}} or <code>{"name",labels}</code> that begins at {@code from}. */
    int series(int from) throws ExpositionException {
        named = page.at(from) != '{';
        int after = named ? name(from) : from;
        int brace = loose ? page.skipBlanks(after) : after;
        if (page.at(brace) == '{') {
            after = labels(brace + 1);
        }
        if (!named) {
            throw page.mistake(from, "no metric name (expected: one before the braces, or in quotes in them)");
        }
        return after;
    }

    /** The index after the labels of an exemplar, of which {@code from} is the brace. */
    int exemplarLabels(int from) throws ExpositionException {
        named = true;
        return labels(from + 1);
    }

    /** The index after a metric's name, in quotes or bare. */
    int metricName(int from) throws ExpositionException {
        return page.at(from) == '"' ? quoted(from, "a metric name in quotes") : name(from);
    }

    private int name(int from) throws ExpositionException {
        if (!Bytes.startsMetric(page.at(from))) {
            throw page.unexpected(from, "a metric name");
        }
        int i = from + 1;
        while (Bytes.inMetric(page.at(i))) {
            i++;
        }
        return i;
    }

    private int labels(int from) throws ExpositionException {
        int i = blanks(from);
        boolean first = true;
        while (page.at(i) != '}') {
            if (!first) {
                if (page.at(i) != ',') {
                    throw page.unexpected(i, "a comma or }");
                }
                i = blanks(i + 1);
                if (loose && page.at(i) == '}') {
                    break;
                }
            }
            i = label(i);
            first = false;
        }
        return i + 1;
    }

    private int label(int from) throws ExpositionException {
        boolean inQuotes = page.at(from) == '"';
        int i = blanks(inQuotes ? quoted(from, "a label name") : labelName(from));
        if (inQuotes && page.at(i) != '=') {
            if (named) {
                throw page.unexpected(i, "= after the label name");
            }
            if (i - from <= 2) {
                throw page.mistake(from, "empty metric name (expected: at least one letter)");
            }
            named = true;
            return i;
        }
        if (page.at(i) != '=') {
            throw page.unexpected(i, "= after the label name");
        }
        i = blanks(i + 1);
        if (page.at(i) != '"') {
            throw page.unexpected(i, "a label value in double quotes");
        }
        return blanks(quoted(i, "a label value"));
    }

    private int labelName(int from) throws ExpositionException {
        if (!Bytes.startsLabel(page.at(from))) {
            throw page.unexpected(from, "a label name or }");
        }
        int i = from + 1;
        while (Bytes.inLabel(page.at(i))) {
            i++;
        }
        return i;
    }

    /** The index after the closing quote. */
    private int quoted(int from, String what) throws ExpositionException {
        int i = from + 1;
        byte high = 0;
        while (true) {
            if (i >= page.end || (page.bytes[i] == '\n' && !loose)) {
                throw page.mistake(from, what + " whose quotes are not closed (expected: a closing quote)");
            }
            byte b = page.bytes[i];
            if (b == '"') {
                break;
            }
            high |= b;
            i += b == '\\' && !page.endsLine(i + 1) ? 2 : 1;
        }
        if (high < 0 && !Bytes.isUtf8(page.bytes, from + 1, i)) {
            throw page.mistake(from, what + " that is not UTF-8");
        }
        return i + 1;
    }

    private int blanks(int index) {
        return loose ? page.skipBlanks(index) : index;
    }
}
