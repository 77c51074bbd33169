package io.klamm.model.verdict;

/**
 * How long ago the record that is read next was written.
 *
 * @param seconds 0 or more
 * @param method how it was found
 */
public record TimeLag(double seconds, Method method, Confidence confidence) {

    /** How a lag in seconds was found. */
    public enum Method {
        /** Nothing is left to read: 0. */
        CAUGHT_UP,
        /** Between two readings of the end offset, of which one lies before the commit and one behind it. */
        INTERPOLATED,
        /** The commit is older than all that has been seen of the end offset; the line through what was seen is drawn further back. */
        EXTRAPOLATED,
        /** The commit is older than all that has been seen and the end did not move since: it is at least this much. */
        AT_LEAST
    }

    /** How far it can be relied on. */
    public enum Confidence {
        HIGH,
        MEDIUM,
        LOW
    }

    public TimeLag {
        if (!(seconds >= 0) || Double.isInfinite(seconds)) {
            throw new IllegalArgumentException("seconds: " + seconds + " (expected: 0 or more, finite)");
        }
    }
}
