package io.klamm.tsdb.head;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Spans of time as pairs of first and last, sorted and apart from one another. */
final class Intervals {

    private Intervals() {}

    /** The spans with one more. */
    static long[] add(long @Nullable [] spans, long from, long to) {
        if (spans == null) {
            return new long[] {from, to};
        }
        long[] joined = new long[spans.length + 2];
        long begin = from;
        long end = to;
        int size = 0;
        int i = 0;
        while (i < spans.length && spans[i + 1] < from) {
            joined[size++] = spans[i++];
            joined[size++] = spans[i++];
        }
        while (i < spans.length && spans[i] <= to) {
            begin = Math.min(begin, spans[i]);
            end = Math.max(end, spans[i + 1]);
            i += 2;
        }
        joined[size++] = begin;
        joined[size++] = end;
        System.arraycopy(spans, i, joined, size, spans.length - i);
        return Arrays.copyOf(joined, size + spans.length - i);
    }

    static boolean contains(long[] spans, long time) {
        for (int i = 0; i < spans.length; i += 2) {
            if (time >= spans[i] && time <= spans[i + 1]) {
                return true;
            }
        }
        return false;
    }

    /** The spans without one time; null if nothing is left. */
    static long @Nullable [] without(long[] spans, long time) {
        long[] rest = new long[spans.length + 2];
        int size = 0;
        for (int i = 0; i < spans.length; i += 2) {
            if (time < spans[i] || time > spans[i + 1]) {
                rest[size++] = spans[i];
                rest[size++] = spans[i + 1];
                continue;
            }
            if (spans[i] < time) {
                rest[size++] = spans[i];
                rest[size++] = time - 1;
            }
            if (spans[i + 1] > time) {
                rest[size++] = time + 1;
                rest[size++] = spans[i + 1];
            }
        }
        return size == 0 ? null : Arrays.copyOf(rest, size);
    }

    /** The spans without what lies before a time; null if nothing is left. */
    static long @Nullable [] from(long[] spans, long time) {
        int i = 0;
        while (i < spans.length && spans[i + 1] < time) {
            i += 2;
        }
        return i == spans.length ? null : Arrays.copyOfRange(spans, i, spans.length);
    }
}
