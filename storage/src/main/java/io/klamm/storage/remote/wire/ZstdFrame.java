package io.klamm.storage.remote.wire;

import io.airlift.compress.zstd.ZstdCompressor;
import java.util.Arrays;

/** Zstandard's frame format, as HTTP's content coding {@code zstd} has it. */
public final class ZstdFrame {

    private ZstdFrame() {}

    /** Compresses everything into one frame. */
    public static byte[] encode(byte[] bytes) {
        ZstdCompressor compressor = new ZstdCompressor();
        byte[] frame = new byte[compressor.maxCompressedLength(bytes.length)];
        int written = compressor.compress(bytes, 0, bytes.length, frame, 0, frame.length);
        return Arrays.copyOf(frame, written);
    }
}
