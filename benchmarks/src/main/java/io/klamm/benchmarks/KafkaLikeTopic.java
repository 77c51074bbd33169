package io.klamm.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A topic that is written at a rate of its own, with a group that follows: commits every 5 s, and now and then falls behind. */
final class KafkaLikeTopic {

    private static final int SECONDS = KafkaLikeData.STEP / 1000;
    private static final int COMMIT_SECONDS = 5;
    private static final double DAY = 86_400;
    private static final double MEDIAN_RATE = 200;
    private static final double BURSTS = 0.25;

    private final SplittableRandom random;
    private final double rate;
    private final double phase;
    private final double commitAge;
    private final double size;
    private final long[] ends;
    private final long[] oldest;
    private final double[] backlogs;
    private final long[] lags;
    private final List<KafkaLikeMeter> meters = new ArrayList<>();
    private double swell = 1;

    KafkaLikeTopic(int partitions, boolean idle, SplittableRandom random) {
        this.random = random;
        this.rate = idle ? 0 : Math.exp(Math.log(MEDIAN_RATE) + 1.6 * KafkaLikeRandom.normal(random));
        this.phase = random.nextDouble() * 2 * Math.PI;
        this.commitAge = random.nextDouble() * COMMIT_SECONDS;
        this.size = 200 + random.nextInt(2_000);
        this.ends = new long[partitions];
        this.oldest = new long[partitions];
        this.backlogs = new double[partitions];
        this.lags = new long[partitions];
        for (int i = 0; i < partitions; i++) {
            ends[i] = random.nextLong(1_000_000_000L);
            oldest[i] = ends[i] - random.nextLong(Math.max(1, ends[i] / 3));
        }
    }

    KafkaLikeMeter meter(SplittableRandom own) {
        KafkaLikeMeter meter = new KafkaLikeMeter(size, own);
        meters.add(meter);
        return meter;
    }

    /** Lets 15 s pass, up to a time of so many seconds since the start. */
    void advance(long seconds) {
        swell += 0.02 * KafkaLikeRandom.normal(random) + 0.02 * (1 - swell);
        double now = Math.max(0, rate * swell * (1 + 0.3 * Math.sin(2 * Math.PI * seconds / DAY + phase)));
        for (int i = 0; i < ends.length; i++) {
            double burst = Math.exp(BURSTS * KafkaLikeRandom.normal(random));
            ends[i] += KafkaLikeRandom.poisson(random, now * burst * SECONDS);
            if (now > 0 && random.nextInt(60) == 0) {
                oldest[i] = Math.min(ends[i], oldest[i] + (long) (now * 900));
            }
            follow(i, now);
        }
        for (KafkaLikeMeter meter : meters) {
            meter.advance(now * ends.length);
        }
    }

    private void follow(int partition, double now) {
        if (now == 0) {
            return;
        }
        if (random.nextInt(2_000) == 0) {
            backlogs[partition] = now * 600 * random.nextDouble();
        }
        backlogs[partition] = Math.max(0, backlogs[partition] - now * SECONDS * random.nextDouble() * 0.4);
        double behind = now * commitAge * (0.3 + 1.4 * random.nextDouble()) + backlogs[partition];
        lags[partition] = Math.min(ends[partition], KafkaLikeRandom.poisson(random, behind));
    }

    double end(int partition) {
        return ends[partition];
    }

    double oldest(int partition) {
        return oldest[partition];
    }

    double committed(int partition) {
        return ends[partition] - lags[partition];
    }

    double lag(int partition) {
        return lags[partition];
    }
}
