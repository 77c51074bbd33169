package io.klamm.storage.remote.wire;

import io.airlift.compress.MalformedInputException;
import io.airlift.compress.snappy.SnappyCompressor;
import io.airlift.compress.snappy.SnappyDecompressor;
import java.util.Arrays;

/** Snappy's block format: the length, then the compressed bytes, without frames or checksums. */
public final class SnappyBlock {

    /** How large a message of a remote protocol may become, in bytes. */
    public static final int MAX_DECODED = 32 << 20;

    private SnappyBlock() {}

    /**
     * Decompresses.
     *
     * @param maxDecoded the largest size that is taken, in bytes; nothing is decompressed beyond it
     */
    public static byte[] decode(byte[] block, int maxDecoded) throws WireException {
        int length = decodedLength(block);
        if (length > maxDecoded) {
            throw WireException.tooLarge(
                    "snappy: " + length + " bytes when decompressed (expected: at most " + maxDecoded + ")");
        }
        byte[] decoded = new byte[length];
        int written = decompress(block, decoded);
        if (written != length) {
            throw WireException.malformed(
                    "snappy: " + written + " bytes when decompressed (expected: " + length + ", as the block says)");
        }
        return decoded;
    }

    private static int decompress(byte[] block, byte[] decoded) throws WireException {
        try {
            return new SnappyDecompressor().decompress(block, 0, block.length, decoded, 0, decoded.length);
        } catch (MalformedInputException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw WireException.malformed("snappy: damaged (expected: snappy's block format)");
        }
    }

    private static int decodedLength(byte[] block) throws WireException {
        long length = 0;
        for (int i = 0; i < Math.min(5, block.length); i++) {
            length |= (long) (block[i] & 0x7f) << (7 * i);
            if (block[i] >= 0) {
                return (int) Math.min(length, Integer.MAX_VALUE);
            }
        }
        throw WireException.malformed("snappy: no length (expected: snappy's block format)");
    }

    /** Compresses the first {@code length} bytes. */
    public static byte[] encode(byte[] bytes, int length) {
        SnappyCompressor compressor = new SnappyCompressor();
        byte[] block = new byte[compressor.maxCompressedLength(length)];
        int written = compressor.compress(bytes, 0, length, block, 0, block.length);
        return Arrays.copyOf(block, written);
    }
}
