package io.klamm.lab.cluster;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Java properties as text: sorted, without the date that {@link Properties#store} adds. */
final class PropertiesText {

    private PropertiesText() {}

    static String write(Map<String, String> values) {
        Properties properties = new Properties();
        properties.putAll(values);
        // To bytes, because only so are letters beyond ASCII escaped: Kafka's tools read these files as Latin-1.
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try {
            properties.store(text, null);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return text.toString(StandardCharsets.US_ASCII)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .sorted()
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /** The values in the text; throws {@link IllegalArgumentException} on a broken escape. */
    static SortedMap<String, String> read(String text) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        }
        SortedMap<String, String> values = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> values.put(key, properties.getProperty(key)));
        return values;
    }
}
