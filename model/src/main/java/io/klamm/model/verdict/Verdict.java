package io.klamm.model.verdict;

import java.util.Locale;

/** How a partition, or a group by its worst partition, fares; in the order of severity, the last being the worst. */
public enum Verdict {
    /** It keeps up, or has nothing to read. */
    OK,
    /** Too little has been seen to say anything. */
    UNKNOWN,
    /** Commits remain of a topic that no member reads any more; its lag means nothing. */
    ABANDONED,
    /** It reads, and falls behind. */
    WARN,
    /** It reads, but so slowly that it will not recover, or records will be deleted unread. */
    ERR,
    /** It has gone back to records that it had read before. */
    REWIND,
    /** It commits, but always the same offset, with records left to read. */
    STALL,
    /** It does not commit any more, with records left to read. */
    STOP,
    /** Records were deleted before it has read them, or its commit lies where there is no log. */
    LOST;

    /** The worse of two. */
    public Verdict worse(Verdict other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** Whether somebody should look. */
    public boolean alarming() {
        return compareTo(WARN) >= 0;
    }

    /** Lower-case name, for labels. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
