package io.klamm.tsdb.index;

import io.klamm.storage.StorageException;
import io.klamm.tsdb.files.ByteReader;
import io.klamm.tsdb.files.Text;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** The texts of an index file by their numbers. The last few thousand that were asked for are kept. Safe from any thread. */
final class Symbols {

    private static final int KEPT = 4096;

    private record Known(int number, String text) {}

    private final ByteBuffer section;
    private final int count;
    private final int restartsAt;
    private final AtomicReferenceArray<Known> known = new AtomicReferenceArray<>(KEPT);

    /**
     * Texts of a section.
     *
     * @throws StorageException if it is too short for so many
     */
    Symbols(ByteBuffer section, int count) {
        this.section = section;
        this.count = count;
        long restarts = ((long) count + IndexFormat.RESTART - 1) / IndexFormat.RESTART;
        if (count < 0 || restarts * Integer.BYTES > section.limit()) {
            throw new StorageException("symbols: " + section.limit() + " bytes (expected: room for " + count + ")");
        }
        this.restartsAt = section.limit() - (int) restarts * Integer.BYTES;
    }

    String text(int number) {
        Known kept = known.getPlain(number & (KEPT - 1));
        if (kept != null && kept.number() == number) {
            return kept.text();
        }
        String text = read(number);
        known.setRelease(number & (KEPT - 1), new Known(number, text));
        return text;
    }

    private String read(int number) {
        if (number < 0 || number >= count) {
            throw new StorageException("symbol " + number + ": none (expected: less than " + count + ")");
        }
        int restart = number / IndexFormat.RESTART;
        int begin = section.getInt(restartsAt + restart * Integer.BYTES);
        ByteReader in = new ByteReader(section).at(begin, restartsAt - begin);
        byte[] text = new byte[64];
        int length = 0;
        for (int i = restart * IndexFormat.RESTART; i <= number; i++) {
            int shared = in.getCount(length);
            length = shared + in.getCount(in.remaining());
            if (length > text.length) {
                text = Arrays.copyOf(text, Math.max(length, 2 * text.length));
            }
            in.getBytes(text, shared, length - shared);
        }
        return Text.decode(text, 0, length);
    }
}
