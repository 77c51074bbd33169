package io.klamm.promql.operator;

import io.klamm.promql.row.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The series of a single evaluation in another order. Those without a value are left out. */
public final class SortedRows implements VectorOperator {

    /** A series and its only value. */
    public record Entry(Head head, double value) {}

    private final VectorOperator input;
    private final Comparator<Entry> order;
    private final List<Entry> sorted = new ArrayList<>();
    private int at;

    public SortedRows(VectorOperator input, Comparator<Entry> order) {
        this.input = input;
        this.order = order;
    }

    /** By value; what is not a number comes last either way. */
    public static Comparator<Entry> byValue(boolean descending) {
        return (a, b) -> {
            boolean aIsNone = Double.isNaN(a.value());
            if (aIsNone || Double.isNaN(b.value())) {
                return Boolean.compare(aIsNone, Double.isNaN(b.value()));
            }
            int ascending = a.value() < b.value() ? -1 : a.value() > b.value() ? 1 : 0;
            return descending ? -ascending : ascending;
        };
    }

    /** By the values of some labels, numbers in them as numbers, and then by all labels. */
    public static Comparator<Entry> byLabels(List<String> names, boolean descending) {
        Comparator<Entry> order = (a, b) -> {
            for (String name : names) {
                int labels = NaturalOrder.INSTANCE.compare(
                        a.head().labels().get(name), b.head().labels().get(name));
                if (labels != 0) {
                    return labels;
                }
            }
            return a.head().labels().compareTo(b.head().labels());
        };
        return descending ? order.reversed() : order;
    }

    @Override
    public List<Head> heads() {
        Row row = new Row(1);
        for (Head head : input.heads()) {
            input.next(row);
            if (!Row.absent(row.get(0))) {
                sorted.add(new Entry(head, row.get(0)));
            }
        }
        sorted.sort(order);
        return sorted.stream().map(Entry::head).toList();
    }

    @Override
    public void next(Row row) {
        row.fill(sorted.get(at++).value());
    }

    @Override
    public void skip() {
        at++;
    }
}
