package io.klamm.web.tables;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Predicate;

/** Rows that are searched, sorted and paged. Each order is computed when it is first asked for, and kept. */
public final class Table<R extends Row> {

    private final List<R> rows;
    private final List<SortKey<R>> keys;
    private final ConcurrentMap<String, List<R>> sorted = new ConcurrentHashMap<>();

    Table(List<R> rows, List<SortKey<R>> keys) {
        this.rows = List.copyOf(rows);
        this.keys = List.copyOf(keys);
    }

    /** All rows in the table's own order. */
    public List<R> rows() {
        return rows;
    }

    /** Names of the sort keys; the first is the default. */
    public List<String> sortNames() {
        return keys.stream().map(SortKey::name).toList();
    }

    /**
     * One page.
     *
     * @param sort one of {@link #sortNames()}
     * @param search text that a row's name must contain, whatever the case; empty for all
     */
    public Page<R> page(PageRequest request, String sort, boolean descending, String search, Predicate<R> filter) {
        String wanted = search.toLowerCase(Locale.ROOT);
        List<R> matching = sorted(sort, descending).stream()
                .filter(row -> row.searchKey().contains(wanted))
                .filter(filter)
                .toList();
        return Page.of(matching, request);
    }

    private List<R> sorted(String sort, boolean descending) {
        return sorted.computeIfAbsent(sort + (descending ? " desc" : " asc"), order -> sort(key(sort), descending));
    }

    private List<R> sort(SortKey<R> key, boolean descending) {
        return rows.stream().sorted(key.order(descending)).toList();
    }

    private SortKey<R> key(String name) {
        return keys.stream()
                .filter(key -> key.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("sort: " + name + " (expected: one of " + sortNames() + ")"));
    }
}
