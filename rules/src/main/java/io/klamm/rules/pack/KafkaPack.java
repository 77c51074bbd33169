package io.klamm.rules.pack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rule files of the pack, as they come with the program. */
public final class KafkaPack {

    private static final List<String> FILES =
            List.of("brokers.yml", "consumers.yml", "klamm.yml", "outliers.yml", "replication.yml");

    private KafkaPack() {}

    /** The text of every file by its name, in the form of Prometheus's rule files. */
    public static Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        FILES.forEach(name -> files.put(name, text(name)));
        return files;
    }

    private static String text(String name) {
        try (InputStream file = KafkaPack.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("rule file of the pack: " + name + " (expected: beside this class)");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
