package io.klamm.tsdb.chunk;

import io.klamm.model.series.StaleMarker;
import java.util.Random;

/** Values of all the shapes that series have, at random. */
public final class ValueShapes {

    private static final double[] ODD = {
        StaleMarker.VALUE,
        Double.NaN,
        Double.longBitsToDouble(0x7ff8dead_beef0001L),
        Double.longBitsToDouble(0xfff0000000000001L),
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        -0.0,
        Double.MIN_VALUE,
        Double.MAX_VALUE,
        9_007_199_254_740_994.0,
        1e300
    };

    private ValueShapes() {}

    public static double[] random(Random random, int count) {
        double[] values = shape(random, count);
        switch (random.nextInt(4)) {
            case 0 -> values[count - 1] = StaleMarker.VALUE;
            case 1 -> {
                for (int i = random.nextInt(3); i >= 0; i--) {
                    values[random.nextInt(count)] = ODD[random.nextInt(ODD.length)];
                }
            }
            default -> {
                // most series have nothing odd
            }
        }
        return values;
    }

    private static double[] shape(Random random, int count) {
        double[] values = new double[count];
        int shape = random.nextInt(10);
        double value = Math.rint(random.nextGaussian() * Math.pow(10, random.nextInt(12)));
        double rate = Math.rint(Math.abs(random.nextGaussian()) * Math.pow(10, random.nextInt(6)));
        double decimals = Math.pow(10, random.nextInt(7));
        for (int i = 0; i < count; i++) {
            value = next(random, shape, value, rate);
            values[i] = shape == 5 ? value / decimals : value;
        }
        return values;
    }

    private static double next(Random random, int shape, double value, double rate) {
        return switch (shape) {
            case 0 -> value;
            case 1 -> value + rate;
            case 2 -> value + Math.rint(rate * random.nextDouble());
            case 3 -> random.nextInt(50) == 0 ? 0 : value + random.nextInt(100);
            case 4 -> random.nextInt(40) == 0 ? value + 1 : value;
            case 5 -> Math.rint(random.nextGaussian() * 1000);
            case 6 -> random.nextGaussian() * rate;
            case 7 -> value + random.nextGaussian();
            case 8 -> Double.longBitsToDouble(random.nextLong());
            default -> random.nextInt(8) / 1024.0 / 1024.0 / 4096.0;
        };
    }
}
