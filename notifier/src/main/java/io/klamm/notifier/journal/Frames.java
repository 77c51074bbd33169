package io.klamm.notifier.journal;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;

/** Records in a file: a mark, the length, the CRC-32C, and the bytes. A damaged record costs itself, not those after it. */
final class Frames {

    static final int HEADER = 12;
    private static final int MARK = 0x4b4c4f42;

    /**
     * What was read.
     *
     * @param end where the last good record ends
     * @param damaged how many stretches were skipped because no record was in them
     */
    record Read(List<byte[]> records, int end, int damaged) {}

    private Frames() {}

    static ByteBuffer of(byte[] payload) {
        return ByteBuffer.allocate(HEADER + payload.length)
                .putInt(MARK)
                .putInt(payload.length)
                .putInt(crc(payload, 0, payload.length))
                .put(payload)
                .flip();
    }

    static Read read(byte[] file) {
        List<byte[]> records = new ArrayList<>();
        int at = 0;
        int end = 0;
        int damaged = 0;
        while (at + HEADER <= file.length) {
            int length = lengthAt(file, at);
            if (length < 0) {
                at++;
                continue;
            }
            damaged += at > end ? 1 : 0;
            records.add(Arrays.copyOfRange(file, at + HEADER, at + HEADER + length));
            at += HEADER + length;
            end = at;
        }
        return new Read(records, end, damaged);
    }

    /** Of the record here; -1 if there is none. */
    private static int lengthAt(byte[] file, int at) {
        ByteBuffer bytes = ByteBuffer.wrap(file);
        if (bytes.getInt(at) != MARK) {
            return -1;
        }
        int length = bytes.getInt(at + 4);
        if (length < 0 || length > bytes.limit() - at - HEADER) {
            return -1;
        }
        return bytes.getInt(at + 8) == crc(file, at + HEADER, length) ? length : -1;
    }

    private static int crc(byte[] bytes, int from, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, from, length);
        return (int) crc.getValue();
    }
}
