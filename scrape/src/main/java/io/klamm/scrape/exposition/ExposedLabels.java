package io.klamm.scrape.exposition;

import io.klamm.model.series.Labels;
import java.util.ArrayList;
import java.util.List;

/**
 * The name and labels of a series as they stand on a page: in their order, the metric's name first as {@value Labels#NAME}, and those with an empty value among
 * them, for they can keep a target's own label away.
 */
public final class ExposedLabels {

    private final List<String> pairs;

    private ExposedLabels(List<String> pairs) {
        this.pairs = pairs;
    }

    public int size() {
        return pairs.size() / 2;
    }

    public String name(int index) {
        return pairs.get(2 * index);
    }

    public String value(int index) {
        return pairs.get(2 * index + 1);
    }

    /** The metric's name; empty for the labels of an exemplar. */
    public String metricName() {
        return !pairs.isEmpty() && pairs.get(0).equals(Labels.NAME) ? pairs.get(1) : "";
    }

    /** Sorted, and without those that are empty. */
    public Labels toLabels() {
        return Labels.of(pairs.toArray(new String[0]));
    }

    /** The name that occurs more than once; empty if none does. */
    String repeatedName() {
        for (int i = 2; i < pairs.size(); i += 2) {
            for (int j = 0; j < i; j += 2) {
                if (pairs.get(i).equals(pairs.get(j))) {
                    return pairs.get(i);
                }
            }
        }
        return "";
    }

    /** Takes apart what a {@link SeriesScanner} has found well written. */
    static ExposedLabels of(byte[] page, int from, int to) {
        List<String> pairs = new ArrayList<>();
        int i = from;
        while (i < to && Bytes.inMetric(page[i])) {
            i++;
        }
        if (i > from) {
            pairs.add(Labels.NAME);
            pairs.add(Bytes.text(page, from, i));
        }
        while (i < to) {
            byte b = page[i];
            if (b == '"' || Bytes.startsLabel(b)) {
                i = label(page, i, to, pairs);
            } else {
                i++;
            }
        }
        return new ExposedLabels(pairs);
    }

    private static int label(byte[] page, int from, int to, List<String> pairs) {
        int end = endOfName(page, from);
        String name = page[from] == '"' ? Bytes.unescaped(page, from + 1, end - 1, true) : Bytes.text(page, from, end);
        int i = end;
        while (i < to && Bytes.isBlank(page[i])) {
            i++;
        }
        if (page[i] != '=') {
            pairs.addAll(0, List.of(Labels.NAME, name));
            return i;
        }
        while (page[i] != '"') {
            i++;
        }
        int valueEnd = endOfQuoted(page, i);
        pairs.add(name);
        pairs.add(Bytes.unescaped(page, i + 1, valueEnd - 1, true));
        return valueEnd;
    }

    private static int endOfName(byte[] page, int from) {
        if (page[from] == '"') {
            return endOfQuoted(page, from);
        }
        int i = from;
        while (Bytes.inLabel(page[i])) {
            i++;
        }
        return i;
    }

    private static int endOfQuoted(byte[] page, int from) {
        int i = from + 1;
        while (page[i] != '"') {
            i += page[i] == '\\' ? 2 : 1;
        }
        return i + 1;
    }

    @Override
    public String toString() {
        return pairs.toString();
    }
}
