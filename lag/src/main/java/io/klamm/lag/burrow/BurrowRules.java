package io.klamm.lag.burrow;

/** The questions that Burrow asks of a window that is not empty; pure. */
final class BurrowRules {

    private BurrowRules() {}

    /** Whether the last commit is longer ago than the window is long. A window of one commit has no length. */
    static boolean stoppedByTime(CommitRing window, long nowSeconds) {
        long first = window.timeMillis(0);
        long last = window.timeMillis(window.size() - 1);
        return nowSeconds * 1000 - last > last - first;
    }

    /** Whether the group was at the end lately: one of the end offsets that are known still lies at or before its last commit. */
    static boolean caughtUpLately(CommitRing window, EndRing ends) {
        long last = window.offset(window.size() - 1);
        for (int i = 0; i < ends.size(); i++) {
            if (ends.offset(i) <= last) {
                return true;
            }
        }
        return false;
    }

    /** The index of the first commit with a smaller offset than the one before, -1 when there is none. */
    static int firstRewind(CommitRing window) {
        for (int i = 1; i < window.size(); i++) {
            if (window.offset(i) < window.offset(i - 1)) {
                return i;
            }
        }
        return -1;
    }

    /** Whether the group went back and has not come as far again. Only the first time that it went back is looked at. */
    static boolean rewound(CommitRing window) {
        int rewind = firstRewind(window);
        if (rewind < 0) {
            return false;
        }
        for (int i = rewind; i < window.size(); i++) {
            if (window.offset(i) >= window.offset(rewind - 1)) {
                return false;
            }
        }
        return true;
    }

    /** Whether every lag in the window that is known is larger. */
    static boolean alwaysAbove(CommitRing window, long allowedLag) {
        for (int i = 0; i < window.size(); i++) {
            if (window.lag(i) != CommitRing.UNKNOWN_LAG && window.lag(i) <= allowedLag) {
                return false;
            }
        }
        return true;
    }

    static boolean offsetsAllEqual(CommitRing window) {
        for (int i = 1; i < window.size(); i++) {
            if (window.offset(i) != window.offset(i - 1)) {
                return false;
            }
        }
        return true;
    }

    /** Whether no lag that is known is smaller than the known one before it. */
    static boolean lagNeverDecreases(CommitRing window) {
        long before = CommitRing.UNKNOWN_LAG;
        for (int i = 0; i < window.size(); i++) {
            long lag = window.lag(i);
            if (lag != CommitRing.UNKNOWN_LAG) {
                if (lag < before) {
                    return false;
                }
                before = lag;
            }
        }
        return true;
    }
}
