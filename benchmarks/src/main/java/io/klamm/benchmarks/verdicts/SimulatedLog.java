package io.klamm.benchmarks.verdicts;

import java.util.TreeSet;

/** One partition: records, transaction markers among them, and where it begins and is stable. */
final class SimulatedLog {

    private final TreeSet<Long> markers = new TreeSet<>();
    private final long kept;
    private double written;
    private long markerCount;
    private long stable = -1;

    SimulatedLog(long kept) {
        this.kept = kept;
    }

    void write(double records) {
        written += records;
    }

    void marker() {
        markers.add(end());
        markerCount++;
    }

    /** A transaction begins here, or none is open any more. */
    void transaction(boolean open) {
        if (!open) {
            stable = -1;
        } else if (stable < 0) {
            stable = end();
        }
    }

    long end() {
        return (long) written + markerCount;
    }

    long stable() {
        return stable < 0 ? end() : stable;
    }

    long start() {
        return Math.max(0, end() - kept);
    }

    /** Records from one offset to another, without markers. */
    long records(long from, long to) {
        return to - from - markers.subSet(from, to).size();
    }

    /** The offset behind so many records from an offset on, up to the stable one; markers behind the last are passed over too. */
    long behind(long from, long records) {
        long at = Math.min(stable(), from + records);
        while (records(from, at) < records && at < stable()) {
            at++;
        }
        while (at < stable() && markers.contains(at)) {
            at++;
        }
        return at;
    }

    /** The offset of the last marker before an offset, or the offset itself where there is none right before it. */
    long belowMarkers(long offset) {
        long at = offset;
        while (at > 0 && markers.contains(at - 1)) {
            at--;
        }
        return at;
    }
}
