package io.klamm.lag.judge;

import java.util.Map;

/**
 * Where the commit lies in the log.
 *
 * @param lag end less commit, never negative
 * @param effective of these, what the group can and will read
 */
record Position(long committed, long end, long lag, long effective) {

    /** Of a view that has a commit and an end. */
    static Position of(PartitionView view) {
        long committed = view.commits().newestOffset();
        long end = view.log().ends().newestOffset();
        long lag = Math.max(0, end - committed);
        return new Position(committed, end, lag, Math.min(lag, effective(view, committed, lag)));
    }

    private static long effective(PartitionView view, long committed, long lag) {
        if (view.readable().isPresent()) {
            return view.readable().getAsLong();
        }
        return committed == view.log().readableEnd() ? 0 : lag - Math.max(0, view.next() - committed);
    }

    void addTo(Map<String, Long> facts, PartitionView view) {
        facts.put("offset", committed);
        facts.put("end", end);
        facts.put("lag", lag);
        facts.put("effectiveLag", effective);
        facts.put("allowedLag", view.tolerance().allowedLag());
        if (view.log().start() >= 0) {
            facts.put("logStart", view.log().start());
            facts.put("lost", Math.max(0, view.log().start() - committed));
        }
        if (view.log().stable() >= 0) {
            facts.put("stableOffset", view.log().stable());
            facts.put("held", Math.max(0, end - view.log().stable()));
        }
        if (committed > end) {
            facts.put("beyond", committed - end);
        }
    }
}
