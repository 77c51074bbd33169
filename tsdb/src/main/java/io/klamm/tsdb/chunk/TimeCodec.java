package io.klamm.tsdb.chunk;

import io.klamm.storage.StorageException;
import io.klamm.tsdb.files.ByteReader;
import io.klamm.tsdb.files.ByteWriter;

/** The packed form of a column of times: how many, the first, and the rest by their distances. */
final class TimeCodec {

    private TimeCodec() {}

    static void write(long[] times, ByteWriter out) {
        out.putVarint(times.length);
        out.putSigned(times[0]);
        for (int i = 1; i < times.length; i++) {
            out.putVarint(times[i] - times[i - 1]);
        }
    }

    static long[] read(ByteReader in) {
        int count = in.getCount(ChunkEncoder.MOST_VALUES);
        if (count == 0) {
            throw new StorageException("times: none (expected: 1 or more)");
        }
        long[] times = new long[count];
        times[0] = in.getSigned();
        for (int i = 1; i < count; i++) {
            times[i] = times[i - 1] + in.getVarint();
        }
        return times;
    }
}
