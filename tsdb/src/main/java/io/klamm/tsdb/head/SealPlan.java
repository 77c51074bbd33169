package io.klamm.tsdb.head;

import io.klamm.tsdb.chunk.TimeColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What is sealed of one timeline: rows in pieces, none of which reaches over the border of a block, and the series that have them. For the maintenance thread.
 *
 * @param line the timeline
 * @param series its series that have a tail
 * @param cutRow the row before which all is sealed
 * @param pieces from the oldest
 */
record SealPlan(Timeline line, List<HeadSeries> series, int cutRow, List<Piece> pieces) {

    /**
     * Some rows of a timeline.
     *
     * @param fromRow the first row
     * @param toRow the row after the last
     * @param times of these rows
     */
    record Piece(int fromRow, int toRow, TimeColumn times) {}

    /**
     * Plans what a timeline has to seal; under the head's lock.
     *
     * @param cutRow the row before which all is to be sealed
     */
    static SealPlan of(Timeline line, List<HeadSeries> series, int cutRow, int mostRows, long blockRange) {
        List<Piece> pieces = new ArrayList<>();
        int begin = Math.min(cutRow, firstRow(line, series));
        while (begin < cutRow) {
            int end = borderAfter(line, begin, cutRow, blockRange);
            int count = (end - begin + mostRows - 1) / mostRows;
            for (int i = 0; i < count; i++) {
                int from = begin + (int) ((long) (end - begin) * i / count);
                int to = begin + (int) ((long) (end - begin) * (i + 1) / count);
                pieces.add(new Piece(from, to, TimeColumn.of(line.times(), from - line.firstRow(), to - from)));
            }
            begin = end;
        }
        return new SealPlan(line, series, cutRow, pieces);
    }

    private static int borderAfter(Timeline line, int begin, int cutRow, long blockRange) {
        long border = (Math.floorDiv(line.time(begin), blockRange) + 1) * blockRange;
        return Math.min(cutRow, line.rowAtOrAfter(border));
    }

    /** The first row that a tail has; the timeline's end if none has any. */
    static int firstRow(Timeline line, List<HeadSeries> series) {
        int first = line.endRow();
        for (HeadSeries one : series) {
            if (one.tailCount > 0 && one.timeline == line) {
                first = Math.min(first, one.baseRow + 1);
            }
        }
        return first;
    }

    /** Splits late samples, sorted, as rows are split. */
    static List<Piece> piecesOf(long[] times, int mostRows, long blockRange) {
        List<Piece> pieces = new ArrayList<>();
        int begin = 0;
        while (begin < times.length) {
            long border = (Math.floorDiv(times[begin], blockRange) + 1) * blockRange;
            int found = Arrays.binarySearch(times, border);
            int end = Math.min(begin + mostRows, found >= 0 ? found : -found - 1);
            pieces.add(new Piece(begin, end, TimeColumn.of(times, begin, end - begin)));
            begin = end;
        }
        return pieces;
    }
}
