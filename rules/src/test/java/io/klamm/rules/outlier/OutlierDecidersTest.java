package io.klamm.rules.outlier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutlierDecidersTest {

    private static final double LEAST = 10;

    private static double[] noise(Random random, int count, double mean, double part) {
        return random.doubles(count)
                .map(unused -> mean * (1 + part * random.nextGaussian()))
                .toArray();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void peerScores_oneWithTripleTheRate_onlyThatOneStandsOut(long seed) {
        double[] values = noise(new Random(seed), 12, 1000, 0.1);
        values[7] = 3000;

        double[] scores = PeerScores.of(values, LEAST);

        assertThat(scores[7]).isGreaterThan(6);
        scores[7] = 0;
        assertThat(Arrays.stream(scores).map(Math::abs).max().orElseThrow())
                .as("seed %d", seed)
                .isLessThan(6);
    }

    @Test
    void peerScores_noise_almostNeverAlarms() {
        Random random = new Random(42);
        int alarms = 0;
        for (int i = 0; i < 1000; i++) {
            double[] scores = PeerScores.of(noise(random, 24, 500, 0.1), LEAST);
            alarms += Arrays.stream(scores).anyMatch(score -> Math.abs(score) > 6) ? 1 : 0;
        }
        assertThat(alarms).isLessThan(5);
    }

    @Test
    void peerScores_idlePeersAndATrickle_noAlarm() {
        double[] values = {0, 0, 0, 0, 0, 0.2, 0, 0};

        assertThat(Arrays.stream(PeerScores.of(values, LEAST)).max().orElseThrow())
                .isLessThan(1);
    }

    @Test
    void peerScores_idlePeersAndOneBusy_standsOut() {
        assertThat(PeerScores.of(new double[] {0, 0, 0, 0, 0, 500}, LEAST)[5]).isGreaterThan(6);
    }

    @Test
    void peerScores_oneSilentAmongBusy_isFarBelow() {
        assertThat(PeerScores.of(new double[] {980, 1000, 1020, 1010, 0}, LEAST)[4])
                .isLessThan(-6);
    }

    @Test
    void peerScores_tooFewPeers_saysNothing() {
        assertThat(PeerScores.of(new double[] {1, 1, 1_000_000}, LEAST)).containsOnly(0);
    }

    @Test
    void dbscan_twoGroupsAndAStray_findsThem() {
        double[][] points = {{1}, {1.1}, {0.9}, {10}, {10.2}, {9.9}, {50}};

        assertThat(new Dbscan(0.5, 2).clusters(points)).containsExactly(0, 0, 0, 1, 1, 1, Dbscan.NOISE);
    }

    @Test
    void dbscan_chainOfPoints_isOneCluster() {
        double[][] points = new double[100][];
        for (int i = 0; i < points.length; i++) {
            points[i] = new double[] {i, i % 2};
        }
        assertThat(new Dbscan(1.5, 3).clusters(points)).containsOnly(0);
    }

    @Test
    void dbscan_edgePoint_belongsToTheClusterItTouches() {
        assertThat(new Dbscan(1, 3).clusters(new double[][] {{3}, {2}, {1}, {1.5}}))
                .containsOnly(0);
    }

    @Test
    void peerClusters_usualInBothFactsButNotTogether_isNoise() {
        Random random = new Random(7);
        double[][] rows = new double[40][];
        for (int i = 0; i < rows.length; i++) {
            double load = i < 20 ? 1000 : 2000;
            rows[i] = new double[] {load + 5 * random.nextGaussian(), 2 * load + 5 * random.nextGaussian()};
        }
        rows[39] = new double[] {1000, 40_000};

        int[] clusters = PeerClusters.of(rows, LEAST);

        assertThat(clusters[39]).isEqualTo(Dbscan.NOISE);
        assertThat(Arrays.copyOf(clusters, 39)).doesNotContain(Dbscan.NOISE);
    }

    @Test
    void peerClusters_noise_hasFewStrays() {
        Random random = new Random(11);
        int strays = 0;
        for (int run = 0; run < 100; run++) {
            double[][] rows = new double[30][];
            for (int i = 0; i < rows.length; i++) {
                rows[i] = new double[] {1000 + 50 * random.nextGaussian(), 1000 + 50 * random.nextGaussian()};
            }
            strays += (int) Arrays.stream(PeerClusters.of(rows, LEAST))
                    .filter(c -> c == Dbscan.NOISE)
                    .count();
        }
        assertThat(strays).isLessThan(5);
    }

    private static double[] past(Random random, double weekday, double weekend) {
        double[] past = new double[35];
        for (int day = 1; day <= past.length; day++) {
            double mean = day % 7 == 1 || day % 7 == 2 ? weekend : weekday;
            past[day - 1] = mean * (1 + 0.05 * random.nextGaussian());
        }
        return past;
    }

    @Test
    void seasonal_asOnTheSameDayOfOtherWeeks_isUsual() {
        double[] past = past(new Random(3), 1000, 100);

        assertThat(Math.abs(SeasonalScore.USUAL.of(1000, past, LEAST).orElseThrow()))
                .isLessThan(3);
    }

    @Test
    void seasonal_weekendTrafficOnAWeekday_isFarBelow() {
        double[] past = past(new Random(3), 1000, 100);

        assertThat(SeasonalScore.USUAL.of(100, past, LEAST).orElseThrow()).isLessThan(-6);
    }

    @Test
    void seasonal_oneWildDayInThePast_movesNothing() {
        double[] past = past(new Random(5), 1000, 1000);
        past[6] = 1e9;

        assertThat(Math.abs(SeasonalScore.USUAL.of(1000, past, LEAST).orElseThrow()))
                .isLessThan(3);
    }

    @Test
    void seasonal_tooLittleKnown_saysNothing() {
        double[] past = new double[35];
        Arrays.fill(past, Double.NaN);
        Arrays.fill(past, 0, 4, 1000);

        assertThat(SeasonalScore.USUAL.of(5, past, LEAST)).isEmpty();
        past[4] = 1000;
        assertThat(SeasonalScore.USUAL.of(5, past, LEAST)).isPresent();
    }

    @Test
    void seasonal_noise_almostNeverAlarms() {
        Random random = new Random(17);
        int alarms = 0;
        for (int i = 0; i < 1000; i++) {
            double now = 1000 * (1 + 0.05 * random.nextGaussian());
            double score =
                    SeasonalScore.USUAL.of(now, past(random, 1000, 1000), LEAST).orElseThrow();
            alarms += Math.abs(score) > 6 ? 1 : 0;
        }
        assertThat(alarms).isLessThan(5);
    }
}
