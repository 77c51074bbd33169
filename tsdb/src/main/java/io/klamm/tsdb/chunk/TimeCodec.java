package io.klamm.tsdb.chunk;

import io.klamm.storage.StorageException;
import io.klamm.tsdb.files.ByteReader;
import io.klamm.tsdb.files.ByteWriter;
import java.util.Arrays;

/**
 * The packed form of a column of times. A scrape's rows lie on a grid, a few milliseconds off: then the distances from the grid are what is kept; else the steps, or the differences of steps.
 *
 * <pre>
 * length   varint: how many bytes follow
 * count    varint: how many rows
 * first    signed varint: the first time
 * form     1 byte: 0 distances from the grid, 1 steps, 2 differences of steps
 * step     signed varint: the grid's step, or the first step; 0 where there is one row
 * blocks   {@link Blocks}: for form 0 one number a row, for form 1 and 2 the rows after the second
 * </pre>
 */
final class TimeCodec {

    private static final int GRID = 0;
    private static final int STEPS = 1;
    private static final int DIFFERENCES = 2;

    private TimeCodec() {}

    static void write(long[] times, ByteWriter out) {
        ByteWriter best = body(times, GRID, meanStep(times));
        for (ByteWriter other : new ByteWriter[] {
            body(times, GRID, medianStep(times)),
            body(times, STEPS, firstStep(times)),
            body(times, DIFFERENCES, firstStep(times))
        }) {
            best = other.size() < best.size() ? other : best;
        }
        out.putVarint(best.size());
        out.putBytes(best.array(), 0, best.size());
    }

    private static ByteWriter body(long[] times, int form, long step) {
        ByteWriter out = new ByteWriter();
        out.putVarint(times.length);
        out.putSigned(times[0]);
        out.putByte(form);
        out.putSigned(step);
        long[] numbers = times.clone();
        int begin = form == GRID ? 0 : Math.min(2, numbers.length);
        if (form == GRID) {
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] -= times[0] + i * step;
            }
        } else {
            PackedForm.difference(numbers, numbers.length, form);
        }
        new BlockPacker().pack(numbers, begin, numbers.length - begin, out);
        return out;
    }

    private static long firstStep(long[] times) {
        return times.length == 1 ? 0 : times[1] - times[0];
    }

    private static long meanStep(long[] times) {
        int steps = times.length - 1;
        return steps == 0 ? 0 : Math.round((double) (times[steps] - times[0]) / steps);
    }

    private static long medianStep(long[] times) {
        if (times.length == 1) {
            return 0;
        }
        long[] steps = new long[times.length - 1];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = times[i + 1] - times[i];
        }
        Arrays.sort(steps);
        return steps[steps.length / 2];
    }

    static long[] read(ByteReader in) {
        byte[] body = new byte[in.getCount(in.remaining())];
        in.getBytes(body, 0, body.length);
        Cursor cursor = new Cursor();
        cursor.set(body, 0, body.length);
        int count = cursor.getCount(ChunkEncoder.MOST_VALUES);
        if (count == 0) {
            throw new StorageException("times: none (expected: 1 or more)");
        }
        long first = cursor.getSigned();
        int form = cursor.getByte();
        long step = cursor.getSigned();
        long[] times = new long[count];
        int begin = form == GRID ? 0 : Math.min(2, count);
        int end = new BlockUnpacker().unpack(body, cursor.position(), body.length, times, begin, count - begin);
        if (end != body.length) {
            throw new StorageException("times: " + (body.length - end) + " bytes too many");
        }
        restore(times, form, first, step);
        return rising(times);
    }

    private static void restore(long[] times, int form, long first, long step) {
        if (form == GRID) {
            for (int i = 0; i < times.length; i++) {
                times[i] += first + i * step;
            }
            return;
        }
        if (form != STEPS && form != DIFFERENCES) {
            throw new StorageException("times: form " + form + " (expected: 0 to 2)");
        }
        times[0] = first;
        if (times.length > 1) {
            times[1] = step;
        }
        PackedForm.sum(times, times.length, form);
    }

    private static long[] rising(long[] times) {
        for (int i = 1; i < times.length; i++) {
            if (times[i] <= times[i - 1]) {
                throw new StorageException(
                        "times: " + times[i] + " after " + times[i - 1] + " (expected: a later one)");
            }
        }
        return times;
    }
}
