package io.klamm.benchmarks;

import java.util.SplittableRandom;

/** A broker's meters of one topic: the one-minute rate as JMX's meters compute it, bytes in total, and a latency's percentile of two decimals,
 * which is one of the few values that a reservoir of samples holds. */
final class KafkaLikeMeter {

    private static final int TICK_SECONDS = 5;
    private static final int LATENCIES = 24;
    private static final int TICKS = KafkaLikeData.STEP / 1000 / TICK_SECONDS;
    private static final double ALPHA = 1 - Math.exp(-TICK_SECONDS / 60.0);

    private final SplittableRandom random;
    private final double size;
    private double rate;
    private long bytes;
    private final double[] latencies = new double[LATENCIES];
    private double percentile;

    KafkaLikeMeter(double size, SplittableRandom random) {
        this.random = random;
        this.size = size;
        this.bytes = random.nextLong(1_000_000_000_000L);
        double latency = 2 + random.nextInt(60);
        for (int i = 0; i < LATENCIES; i++) {
            latencies[i] = latency * Math.exp(0.5 * KafkaLikeRandom.normal(random));
        }
        this.percentile = latencies[0];
    }

    /** Lets 15 s pass in which records came at this rate. */
    void advance(double recordsPerSecond) {
        for (int i = 0; i < TICKS; i++) {
            long records = KafkaLikeRandom.poisson(random, recordsPerSecond * TICK_SECONDS);
            rate += ALPHA * ((double) records / TICK_SECONDS - rate);
            bytes += Math.round(records * size * (1 + 0.1 * KafkaLikeRandom.normal(random)));
        }
        if (recordsPerSecond > 0 && random.nextInt(5) < 3) {
            percentile = latencies[random.nextInt(LATENCIES)];
        }
    }

    double oneMinuteRate() {
        return rate;
    }

    double bytes() {
        return bytes;
    }

    double percentile() {
        return Math.round(percentile * 100) / 100.0;
    }
}
