package io.klamm.model.series;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The name of one time series: label names with their values, sorted by name, the metric's name among them as {@value #NAME}.
 *
 * <p>A label whose value is empty does not exist. Names and values are any text; what a store or a scrape refuses is its own matter. The order
 * of names and of labels is Prometheus's: by the bytes of UTF-8.
 */
public final class Labels implements Comparable<Labels> {

    /** The label that holds the metric's name. */
    public static final String NAME = "__name__";

    /** No label at all. */
    public static final Labels EMPTY = new Labels(new String[0]);

    private final String[] pairs;
    private final int hash;

    private Labels(String[] pairs) {
        this.pairs = pairs;
        this.hash = Arrays.hashCode(pairs);
    }

    /**
     * Labels of names and values in turn, in any order.
     *
     * @throws IllegalArgumentException if their number is odd or a name occurs twice
     */
    public static Labels of(String... namesAndValues) {
        if (namesAndValues.length % 2 != 0) {
            throw new IllegalArgumentException(
                    "labels: " + namesAndValues.length + " texts (expected: names and values in turn)");
        }
        return ofSorted(sorted(namesAndValues));
    }

    /** Labels of a map, in any order. */
    public static Labels of(Map<String, String> labels) {
        String[] pairs = new String[labels.size() * 2];
        int at = 0;
        for (Map.Entry<String, String> label : labels.entrySet()) {
            pairs[at++] = label.getKey();
            pairs[at++] = label.getValue();
        }
        return of(pairs);
    }

    private static String[] sorted(String[] given) {
        for (int i = 2; i < given.length; i += 2) {
            if (CodePointOrder.INSTANCE.compare(given[i - 2], given[i]) >= 0) {
                return sortedCopy(given);
            }
        }
        return given.clone();
    }

    private static String[] sortedCopy(String[] given) {
        TreeMap<String, String> sorted = new TreeMap<>(CodePointOrder.INSTANCE);
        for (int i = 0; i < given.length; i += 2) {
            if (sorted.put(given[i], given[i + 1]) != null) {
                throw new IllegalArgumentException("label " + given[i] + ": given twice (expected: each name once)");
            }
        }
        return flat(sorted);
    }

    static String[] flat(Map<String, String> sorted) {
        String[] pairs = new String[sorted.size() * 2];
        int at = 0;
        for (Map.Entry<String, String> label : sorted.entrySet()) {
            pairs[at++] = label.getKey();
            pairs[at++] = label.getValue();
        }
        return pairs;
    }

    /** Takes over an array of sorted, distinct names with their values. */
    static Labels ofSorted(String[] pairs) {
        int empty = 0;
        for (int i = 1; i < pairs.length; i += 2) {
            if (pairs[i].isEmpty()) {
                empty++;
            }
        }
        if (empty == 0) {
            return pairs.length == 0 ? EMPTY : new Labels(pairs);
        }
        String[] kept = new String[pairs.length - 2 * empty];
        int at = 0;
        for (int i = 0; i < pairs.length; i += 2) {
            if (!pairs[i + 1].isEmpty()) {
                kept[at++] = pairs[i];
                kept[at++] = pairs[i + 1];
            }
        }
        return new Labels(kept);
    }

    /** How many labels there are. */
    public int size() {
        return pairs.length / 2;
    }

    public boolean isEmpty() {
        return pairs.length == 0;
    }

    /** The name of the label at {@code index}, from 0, in sorted order. */
    public String name(int index) {
        return pairs[2 * index];
    }

    /** The value of the label at {@code index}, from 0, in the order of names. */
    public String value(int index) {
        return pairs[2 * index + 1];
    }

    /** The value of a label; empty if there is none. */
    public String get(String name) {
        for (int i = 0; i < pairs.length; i += 2) {
            if (pairs[i].equals(name)) {
                return pairs[i + 1];
            }
        }
        return "";
    }

    public boolean has(String name) {
        return !get(name).isEmpty();
    }

    /** The metric's name; empty if there is none. */
    public String metricName() {
        return get(NAME);
    }

    /** These labels without those of the given names. */
    public Labels without(Collection<String> names) {
        return filtered(names, false);
    }

    /** Of these labels only those of the given names. */
    public Labels only(Collection<String> names) {
        return filtered(names, true);
    }

    /** These labels without the metric's name. */
    public Labels withoutName() {
        return has(NAME) ? without(Set.of(NAME)) : this;
    }

    private Labels filtered(Collection<String> names, boolean listed) {
        String[] kept = new String[pairs.length];
        int at = 0;
        for (int i = 0; i < pairs.length; i += 2) {
            if (names.contains(pairs[i]) == listed) {
                kept[at++] = pairs[i];
                kept[at++] = pairs[i + 1];
            }
        }
        return at == pairs.length ? this : ofSorted(Arrays.copyOf(kept, at));
    }

    /** These labels with one set; with an empty value, without it. */
    public Labels with(String name, String value) {
        return get(name).equals(value)
                ? this
                : new LabelsBuilder(this).set(name, value).build();
    }

    /** A builder that begins with these labels. */
    public LabelsBuilder builder() {
        return new LabelsBuilder(this);
    }

    /** The labels in their order, as a map of its own. */
    public Map<String, String> toMap() {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }

    @Override
    public int compareTo(Labels other) {
        int length = Math.min(pairs.length, other.pairs.length);
        for (int i = 0; i < length; i++) {
            int order = CodePointOrder.INSTANCE.compare(pairs[i], other.pairs[i]);
            if (order != 0) {
                return order;
            }
        }
        return pairs.length - other.pairs.length;
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof Labels labels && hash == labels.hash && Arrays.equals(pairs, labels.pairs));
    }

    @Override
    public int hashCode() {
        return hash;
    }

    /** {@code {__name__="up", job="kafka"}}, as Prometheus writes a set of labels. */
    @Override
    public String toString() {
        return LabelText.write(this);
    }
}
