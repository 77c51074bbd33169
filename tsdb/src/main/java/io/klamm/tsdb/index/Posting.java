package io.klamm.tsdb.index;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.buffer.MutableRoaringBitmap;

/** The series with one value of a label. Most values have few: these stand in an array, which takes a tenth of a bitmap's memory. */
final class Posting {

    private static final int FEW = 16;

    private final String value;
    private int[] few = new int[1];
    private int size;
    private @Nullable MutableRoaringBitmap many;

    Posting(String value) {
        this.value = value;
    }

    String value() {
        return value;
    }

    boolean isEmpty() {
        MutableRoaringBitmap set = many;
        return set == null ? size == 0 : set.isEmpty();
    }

    void add(int series) {
        MutableRoaringBitmap set = many;
        if (set == null && size == FEW) {
            set = MutableRoaringBitmap.bitmapOf(few);
            many = set;
            few = new int[0];
        }
        if (set != null) {
            set.add(series);
            return;
        }
        if (size == few.length) {
            few = Arrays.copyOf(few, Math.min(FEW, 2 * size));
        }
        few[size++] = series;
    }

    void remove(int series) {
        MutableRoaringBitmap set = many;
        if (set != null) {
            set.remove(series);
            return;
        }
        for (int i = 0; i < size; i++) {
            if (few[i] == series) {
                few[i] = few[--size];
                return;
            }
        }
    }

    /** The set itself, where it is one, else a new one. */
    MutableRoaringBitmap toBitmap() {
        MutableRoaringBitmap set = many;
        return set != null ? set : MutableRoaringBitmap.bitmapOf(Arrays.copyOf(few, size));
    }
}
