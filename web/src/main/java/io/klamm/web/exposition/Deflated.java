package io.klamm.web.exposition;

import java.io.ByteArrayOutputStream;
import java.util.zip.Deflater;

/** Raw deflate blocks that may be strung together: each piece ends on a byte and refers to nothing before it. */
final class Deflated {

    private static final int LEVEL = 4;

    private Deflated() {}

    /** A piece in the middle of a stream. */
    static byte[] middle(byte[] plain) {
        return deflate(plain, Deflater.SYNC_FLUSH);
    }

    /** The piece that ends a stream. */
    static byte[] last(byte[] plain) {
        return deflate(plain, Deflater.NO_FLUSH);
    }

    private static byte[] deflate(byte[] plain, int flush) {
        Deflater deflater = new Deflater(LEVEL, true);
        try {
            deflater.setInput(plain);
            if (flush == Deflater.NO_FLUSH) {
                deflater.finish();
            }
            return drain(deflater, flush, plain.length);
        } finally {
            deflater.end();
        }
    }

    private static byte[] drain(Deflater deflater, int flush, int plainLength) {
        byte[] buffer = new byte[Math.max(512, Math.min(plainLength, 65_536))];
        ByteArrayOutputStream out = new ByteArrayOutputStream(buffer.length);
        int count;
        // A call that does not fill the buffer has written all that there was to write.
        do {
            count = deflater.deflate(buffer, 0, buffer.length, flush);
            out.write(buffer, 0, count);
        } while (count == buffer.length || (flush == Deflater.NO_FLUSH && !deflater.finished()));
        return out.toByteArray();
    }
}
