package io.klamm.lag.series;

import java.util.Arrays;

/**
 * Thins a line of points so that its shape stays, after Visvalingam and Whyatt: the point that spans the smallest triangle with its neighbours goes first.
 *
 * <p>Triangles are measured against the square of their age, so that the recent past is kept in more detail than the distant one: an error of ten seconds
 * matters for a record of a minute ago, not for one of yesterday. Pure.
 */
final class Shape {

    /** Points, at most. */
    static final int MOST = 28;

    private static final int LEFT_AFTER = 22;
    /** So many newest points are never touched. */
    private static final int RECENT = 3;

    private Shape() {}

    /** @param points offset, time, offset, time ..., oldest first */
    static long[] prune(long[] points) {
        int size = points.length / 2;
        if (size <= MOST) {
            return points;
        }
        while (size > LEFT_AFTER) {
            remove(points, leastOf(points, size), size);
            size--;
        }
        return Arrays.copyOf(points, 2 * size);
    }

    private static int leastOf(long[] points, int size) {
        int least = 1;
        double smallest = Double.MAX_VALUE;
        for (int i = 1; i < size - RECENT; i++) {
            double weight = weight(points, i, points[2 * size - 1]);
            if (weight < smallest) {
                smallest = weight;
                least = i;
            }
        }
        return least;
    }

    private static double weight(long[] points, int i, long now) {
        double leftOffset = points[2 * i] - points[2 * i - 2];
        double leftTime = points[2 * i + 1] - points[2 * i - 1];
        double bothOffset = points[2 * i + 2] - points[2 * i - 2];
        double bothTime = points[2 * i + 3] - points[2 * i - 1];
        double age = now - points[2 * i + 1] + 1.0;
        return Math.abs(leftOffset * bothTime - bothOffset * leftTime) / (age * age);
    }

    private static void remove(long[] points, int index, int size) {
        System.arraycopy(points, 2 * index + 2, points, 2 * index, 2 * (size - index - 1));
    }
}
