package io.klamm.storage;

import java.util.List;

/**
 * What a query will do with a selection. A store may ignore all of it, and answers the same samples either way.
 *
 * @param step milliseconds between two evaluations; 0 for a single one
 * @param range milliseconds that each evaluation looks back over, as in {@code rate(x[5m])}; 0 for an instant selector
 * @param function the function or aggregation around the selector, such as {@code rate}; empty if there is none
 * @param grouping the labels that the aggregation around it names
 * @param by whether the aggregation is {@code by} these labels, else {@code without}
 * @param limit at most so many series are of use; 0 for all
 * @param samples whether samples are read at all: {@code /series} only wants labels
 */
public record SelectHints(
        long step, long range, String function, List<String> grouping, boolean by, int limit, boolean samples) {

    /** Nothing is known. */
    public static final SelectHints NONE = new SelectHints(0, 0, "", List.of(), false, 0, true);

    /** Only the labels are wanted, of at most so many series (0 for all). */
    public static SelectHints labelsOnly(int limit) {
        return new SelectHints(0, 0, "series", List.of(), false, limit, false);
    }

    public SelectHints {
        grouping = List.copyOf(grouping);
    }
}
