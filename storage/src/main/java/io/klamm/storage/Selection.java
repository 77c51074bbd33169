package io.klamm.storage;

import java.util.List;

/**
 * Which series are wanted, and what for.
 *
 * @param matchers all must match; at least one
 * @param sorted whether the series are to come in the order of their labels
 * @param hints what a store may use to answer faster
 */
public record Selection(List<Matcher> matchers, boolean sorted, SelectHints hints) {

    public Selection {
        matchers = List.copyOf(matchers);
        if (matchers.isEmpty()) {
            throw new IllegalArgumentException("matchers: none (expected: at least one)");
        }
    }

    /** The series that match, in the order of their labels, with every sample of the querier's span. */
    public static Selection of(Matcher... matchers) {
        return new Selection(List.of(matchers), true, SelectHints.NONE);
    }
}
