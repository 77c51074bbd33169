package io.klamm.storage.remote.write;

import io.klamm.storage.remote.wire.ProtoReader;
import io.klamm.storage.remote.wire.WireException;

/** Reads a sample, whose fields are the same in both versions; the first knows no start. */
final class SampleReader {

    private SampleReader() {}

    /** The sample that the field is. */
    static void read(ProtoReader in, CachedSeries series, long seriesStart, Request into) throws WireException {
        double value = 0;
        long time = 0;
        long start = seriesStart;
        int outer = in.enter();
        while (in.next()) {
            switch (in.field()) {
                case 1 -> value = in.float64();
                case 2 -> time = in.varint();
                case 3 -> start = in.varint();
                default -> in.skip();
            }
        }
        in.leave(outer);
        into.sample(series, start, time, value);
    }
}
