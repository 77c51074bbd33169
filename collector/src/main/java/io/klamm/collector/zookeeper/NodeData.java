package io.klamm.collector.zookeeper;

import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

/**
 * The contents of a node and when they were written.
 *
 * @param text as ASCII
 * @param order {@code mzxid}, which grows with every write of the whole ensemble
 * @param timeMillis {@code mtime}, by the clock of the leading server
 */
record NodeData(String text, long order, long timeMillis) {

    private static final int LONGEST = 1_000;
    private static final int LONGEST_NUMBER = 18;

    /** Of what a server sent; text beyond 1,000 bytes is cut. */
    static NodeData of(byte[] data, long order, long timeMillis) {
        int length = Math.min(data.length, LONGEST);
        return new NodeData(new String(data, 0, length, StandardCharsets.ISO_8859_1), order, timeMillis);
    }

    /** The text as an offset; empty when it is none. */
    OptionalLong offset() {
        return text.matches("\\d{1," + LONGEST_NUMBER + "}")
                ? OptionalLong.of(Long.parseLong(text))
                : OptionalLong.empty();
    }
}
