package io.klamm.benchmarks;

import java.util.SplittableRandom;

/** Random numbers of the shapes that traffic has. */
final class KafkaLikeRandom {

    private static final int FEW = 30;

    private KafkaLikeRandom() {}

    /** Of the normal distribution with mean 0 and deviation 1. */
    static double normal(SplittableRandom random) {
        double radius = Math.sqrt(-2 * Math.log(1 - random.nextDouble()));
        return radius * Math.cos(2 * Math.PI * random.nextDouble());
    }

    /** How many events happen where {@code mean} are expected. */
    static long poisson(SplittableRandom random, double mean) {
        if (mean > FEW) {
            return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal(random)));
        }
        double limit = Math.exp(-mean);
        long events = 0;
        for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
            events++;
        }
        return events;
    }
}
