package io.klamm.rules.outlier;

/** Scores every value against all of its peers by the robust z-score: distance from the median in scaled median deviations. */
final class PeerScores {

    /** With fewer peers nobody can be said to stand out. */
    static final int LEAST_PEERS = 4;

    private PeerScores() {}

    /** A score for each value, as {@link RobustScale#of} says; all 0 where there are too few. */
    static double[] of(double[] values, double least) {
        double[] scores = new double[values.length];
        if (values.length < LEAST_PEERS) {
            return scores;
        }
        RobustScale scale = RobustScale.of(values, least);
        for (int i = 0; i < values.length; i++) {
            scores[i] = scale.score(values[i]);
        }
        return scores;
    }
}
