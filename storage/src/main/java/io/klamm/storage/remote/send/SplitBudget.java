package io.klamm.storage.remote.send;

/**
 * How often a request that was refused as a whole is divided, to save what is good in it. What went out before a crash and comes again is refused time by time, so that is what is
 * divided most. As long as nothing is saved that way, less and less is tried. For one thread.
 */
final class SplitBudget {

    private static final int MOST_BY_TIME = 64;
    private static final int MOST_BY_SERIES = 24;
    private static final int MOST_HALVINGS = 6;

    private final Allowance allowance;
    private int byTime;
    private int bySeries;
    private boolean divided;
    private boolean saved;

    /** What the destination's past allows. */
    static final class Allowance {
        private int halvings;

        SplitBudget next() {
            return new SplitBudget(this);
        }
    }

    private SplitBudget(Allowance allowance) {
        this.allowance = allowance;
        this.byTime = MOST_BY_TIME >> allowance.halvings;
        this.bySeries = Math.max(1, MOST_BY_SERIES >> allowance.halvings);
    }

    /**
     * Whether there may be one more division.
     *
     * @param oneTime whether all samples of the part have one time, so that only series can be told apart
     */
    boolean take(boolean oneTime) {
        int left = oneTime ? bySeries-- : byTime--;
        divided |= left > 0;
        return left > 0;
    }

    /** A part got through. */
    void saved() {
        saved = true;
    }

    /** The whole is through or given up. */
    void end() {
        if (divided) {
            allowance.halvings = saved ? 0 : Math.min(MOST_HALVINGS, allowance.halvings + 1);
        }
    }
}
