package io.klamm.rules.outlier;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * Density clustering of points of one or two coordinates: a point belongs to a cluster where enough others are near.
 *
 * @param reach up to what distance points are near
 * @param enough how many near points, itself among them, make the core of a cluster
 */
record Dbscan(double reach, int enough) {

    /** The cluster of a point that is near no core. */
    static final int NOISE = -1;

    private static final int UNSEEN = -2;

    Dbscan {
        if (!(reach > 0) || enough < 2) {
            throw new IllegalArgumentException(
                    "reach " + reach + ", enough " + enough + " (expected: a reach above 0, and 2 points or more)");
        }
    }

    /** For each point the number of its cluster from 0, or {@link #NOISE}. Points are rows of the same length. */
    int[] clusters(double[][] points) {
        int[] clusters = new int[points.length];
        Arrays.fill(clusters, UNSEEN);
        int next = 0;
        for (int i = 0; i < points.length; i++) {
            if (clusters[i] == UNSEEN) {
                next += grow(points, clusters, i, next);
            }
        }
        return clusters;
    }

    /** How many clusters begin at a point: one or none. */
    private int grow(double[][] points, int[] clusters, int start, int cluster) {
        int[] near = near(points, start);
        if (near.length < enough) {
            clusters[start] = NOISE;
            return 0;
        }
        clusters[start] = cluster;
        Deque<Integer> todo = new ArrayDeque<>();
        addAll(todo, near);
        while (!todo.isEmpty()) {
            reach(points, clusters, todo, todo.pop(), cluster);
        }
        return 1;
    }

    private void reach(double[][] points, int[] clusters, Deque<Integer> todo, int point, int cluster) {
        boolean unseen = clusters[point] == UNSEEN;
        if (unseen || clusters[point] == NOISE) {
            clusters[point] = cluster;
        }
        int[] near = unseen ? near(points, point) : new int[0];
        if (near.length >= enough) {
            addAll(todo, near);
        }
    }

    private static void addAll(Deque<Integer> todo, int[] points) {
        for (int point : points) {
            todo.add(point);
        }
    }

    private int[] near(double[][] points, int of) {
        int[] near = new int[points.length];
        int count = 0;
        for (int i = 0; i < points.length; i++) {
            if (distance(points[of], points[i]) <= reach) {
                near[count++] = i;
            }
        }
        return Arrays.copyOf(near, count);
    }

    private static double distance(double[] left, double[] right) {
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            sum += (left[i] - right[i]) * (left[i] - right[i]);
        }
        return Math.sqrt(sum);
    }
}
