package io.klamm.web.exposition;

import io.klamm.metrics.Family;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/** Strings the renderings of all clusters and the rest of the page together, metric by metric, plain or as one gzip stream. */
public final class Exposition {

    private static final byte[] GZIP_HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};

    private Exposition() {}

    /** The whole text as pieces, to be sent one after the other. */
    public static List<byte[]> plain(List<Rendering> clusters, byte[] rest) {
        List<byte[]> pieces = pieces(clusters);
        pieces.add(rest);
        return pieces;
    }

    /** The same text as one gzip stream. */
    public static List<byte[]> gzip(List<Rendering> clusters, byte[] rest) {
        List<byte[]> pieces = new ArrayList<>();
        pieces.add(GZIP_HEADER.clone());
        for (Family family : Family.values()) {
            if (present(clusters, family)) {
                pieces.add(Deflated.middle(head(family)));
                clusters.forEach(cluster -> pieces.add(cluster.deflated(family)));
            }
        }
        pieces.add(Deflated.last(rest));
        pieces.add(trailer(plain(clusters, rest)));
        return pieces;
    }

    private static List<byte[]> pieces(List<Rendering> clusters) {
        List<byte[]> pieces = new ArrayList<>();
        for (Family family : Family.values()) {
            if (present(clusters, family)) {
                pieces.add(head(family));
                clusters.forEach(cluster -> pieces.add(cluster.plain(family)));
            }
        }
        return pieces;
    }

    /** A metric without a single series is left out whole. */
    private static boolean present(List<Rendering> clusters, Family family) {
        return clusters.stream().anyMatch(cluster -> cluster.plain(family).length > 0);
    }

    /** The HELP and TYPE lines, the same in both text formats. */
    private static byte[] head(Family family) {
        String head = "# HELP " + family.metric() + " " + family.help() + "\n# TYPE " + family.metric() + " gauge\n";
        return head.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] trailer(List<byte[]> plain) {
        CRC32 crc = new CRC32();
        long length = 0;
        for (byte[] piece : plain) {
            crc.update(piece);
            length += piece.length;
        }
        return ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt((int) crc.getValue())
                .putInt((int) length)
                .array();
    }
}
