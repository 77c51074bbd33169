package io.klamm.tsdb.files;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/** CRC32C, which the processor computes: it finds every change of up to three bits, and every run of changed bits up to 32. */
public final class Checksum {

    private Checksum() {}

    public static int of(byte[] bytes, int offset, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, offset, length);
        return (int) crc.getValue();
    }

    /** Of the bytes from an absolute position; the buffer's own position stays. */
    public static int of(ByteBuffer bytes, int offset, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes.duplicate().limit(offset + length).position(offset));
        return (int) crc.getValue();
    }
}
