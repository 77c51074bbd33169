package io.klamm.web.tables;

import java.util.Comparator;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/**
 * One way to sort rows. A row whose value is not known comes after all others in either direction; rows that are equal keep the table's own
 * order, so that every order is total.
 */
public final class SortKey<R> {

    private final String name;
    private final Predicate<R> known;
    private final Comparator<R> ascending;

    private SortKey(String name, Predicate<R> known, Comparator<R> ascending) {
        this.name = name;
        this.known = known;
        this.ascending = ascending;
    }

    static <R> SortKey<R> text(String name, Function<R, String> value) {
        return new SortKey<>(name, row -> true, Comparator.comparing(value));
    }

    static <R> SortKey<R> number(String name, ToLongFunction<R> value) {
        return new SortKey<>(name, row -> true, Comparator.comparingLong(value));
    }

    static <R> SortKey<R> maybe(String name, Function<R, OptionalLong> value) {
        return new SortKey<>(name, row -> value.apply(row).isPresent(), Comparator.comparingLong(row -> value.apply(row)
                .orElse(0)));
    }

    static <R> SortKey<R> measured(String name, Function<R, OptionalDouble> value) {
        return new SortKey<>(
                name, row -> value.apply(row).isPresent(), Comparator.comparingDouble(row -> value.apply(row)
                        .orElse(0)));
    }

    /** @param ascending also compares rows that are not known */
    static <R> SortKey<R> of(String name, Predicate<R> known, Comparator<R> ascending) {
        return new SortKey<>(name, known, ascending);
    }

    String name() {
        return name;
    }

    Comparator<R> order(boolean descending) {
        Comparator<R> values = descending ? ascending.reversed() : ascending;
        return Comparator.comparing((R row) -> !known.test(row)).thenComparing(values);
    }
}
