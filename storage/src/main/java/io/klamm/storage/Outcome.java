package io.klamm.storage;

/** What became of one sample that was given to an {@link Appender}. Only {@link #APPENDED} and {@link #SAME} leave it in the store. */
public enum Outcome {
    /** Kept, once the batch is committed. */
    APPENDED,
    /** The same value at the same time was there already: nothing to do, nothing wrong. */
    SAME,
    /** Older than the series' newest sample, and the store takes no late samples of that age. */
    OUT_OF_ORDER,
    /** Another value at the same time was there already. */
    DUPLICATE,
    /** Older than what the store still accepts from anybody. */
    TOO_OLD,
    /** Further in the future than the store accepts. */
    TOO_FAR_AHEAD,
    /** The series would be one too many, or its labels are too many or too long. */
    LIMIT,
    /** Labels that no store may keep: no metric name, or a name that is empty. */
    INVALID_LABELS,
    /** This store does not keep this kind of fact (an exemplar, say). */
    UNSUPPORTED;

    /** Whether the store has the sample. */
    public boolean kept() {
        return this == APPENDED || this == SAME;
    }
}
