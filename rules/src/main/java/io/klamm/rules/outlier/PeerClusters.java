package io.klamm.rules.outlier;

/** Clusters of peers by one or two facts, each measured in its own robust deviations, so that the reach means the same for all. */
final class PeerClusters {

    /** In robust deviations: noise is that far from its neighbours once in thousands of cases. */
    private static final double REACH = 3;

    /** With more peers the clusters are not looked for: the work grows with the square. */
    private static final int MOST_PEERS = 2_000;

    private static final int LEAST_ENOUGH = 2;

    private PeerClusters() {}

    /** The cluster of every row, {@link Dbscan#NOISE} for one that is in none; all 0 where there are too few peers, or too many. */
    static int[] of(double[][] rows, double least) {
        if (rows.length < PeerScores.LEAST_PEERS || rows.length > MOST_PEERS) {
            return new int[rows.length];
        }
        int enough = Math.max(LEAST_ENOUGH, rows.length / 20);
        return new Dbscan(REACH, enough).clusters(scaled(rows, least));
    }

    private static double[][] scaled(double[][] rows, double least) {
        double[][] scaled = new double[rows.length][rows[0].length];
        for (int column = 0; column < rows[0].length; column++) {
            double[] values = new double[rows.length];
            for (int row = 0; row < rows.length; row++) {
                values[row] = rows[row][column];
            }
            RobustScale scale = RobustScale.of(values, least);
            for (int row = 0; row < rows.length; row++) {
                scaled[row][column] = scale.score(values[row]);
            }
        }
        return scaled;
    }
}
