package io.klamm.tsdb.block;

import io.klamm.storage.StorageException;
import io.klamm.tsdb.files.Checksum;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A block's {@code meta} file: lines of {@code key value}, the first the format with its version, the last the CRC32C of all before it. */
final class BlockMetaText {

    private static final String FORMAT = "klamm-block 1";
    private static final String CHECKSUM = "crc32c ";

    private BlockMetaText() {}

    static byte[] write(BlockMeta meta) {
        StringBuilder text = new StringBuilder();
        text.append(FORMAT).append('\n');
        line(text, "id", meta.id());
        line(text, "from", meta.from());
        line(text, "to", meta.to());
        line(text, "level", meta.level());
        meta.replaces().forEach(id -> line(text, "replaces", id));
        line(text, "series", meta.series());
        line(text, "samples", meta.samples());
        line(text, "chunks", meta.chunks());
        meta.files().forEach((name, length) -> line(text, "file", name + " " + length));
        String checksum = checksum(text.toString());
        text.append(CHECKSUM).append(checksum).append('\n');
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void line(StringBuilder text, String key, Object value) {
        text.append(key).append(' ').append(value).append('\n');
    }

    private static String checksum(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return String.format("%08x", Checksum.of(bytes, 0, bytes.length));
    }

    /** Reads the file; {@link StorageException} if it is not whole or of another version. */
    static BlockMeta read(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        int last = text.lastIndexOf(CHECKSUM);
        if (last < 0
                || !text.endsWith("\n")
                || !text.substring(last + CHECKSUM.length(), text.length() - 1)
                        .equals(checksum(text.substring(0, last)))) {
            throw new StorageException("meta: wrong checksum");
        }
        String[] lines = text.substring(0, last).split("\n", -1);
        if (!lines[0].equals(FORMAT)) {
            throw new StorageException("meta: " + lines[0] + " (expected: " + FORMAT + ")");
        }
        return parse(lines);
    }

    private static BlockMeta parse(String[] lines) {
        Map<String, String> single = new HashMap<>();
        List<BlockId> replaces = new ArrayList<>();
        SortedMap<String, Long> files = new TreeMap<>();
        try {
            for (int i = 1; i < lines.length - 1; i++) {
                int space = lines[i].indexOf(' ');
                String key = lines[i].substring(0, space);
                String value = lines[i].substring(space + 1);
                switch (key) {
                    case "replaces" -> replaces.add(new BlockId(value));
                    case "file" -> {
                        int middle = value.lastIndexOf(' ');
                        files.put(value.substring(0, middle), Long.parseLong(value.substring(middle + 1)));
                    }
                    default -> single.put(key, value);
                }
            }
            return new BlockMeta(
                    new BlockId(single.getOrDefault("id", "")),
                    number(single, "from"),
                    number(single, "to"),
                    (int) number(single, "level"),
                    replaces,
                    number(single, "series"),
                    number(single, "samples"),
                    number(single, "chunks"),
                    files);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new StorageException("meta: " + e.getMessage(), e);
        }
    }

    private static long number(Map<String, String> fields, String key) {
        String value = fields.get(key);
        if (value == null) {
            throw new IllegalArgumentException(key + ": missing");
        }
        return Long.parseLong(value);
    }
}
