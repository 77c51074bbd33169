package io.klamm.kafka;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What Kafka's clients are told, in the keys of {@code client.properties}, checked. Never shows a value. */
public final class ClientProperties {

    private static final int SHORTEST_SECRET = 4;

    private final SortedMap<String, String> values;

    /** Longest first, so that no secret hides part of another. */
    private final List<String> secrets;

    /**
     * @throws IllegalArgumentException when Kafka would refuse one of them, or one would run code of the file's author; the message holds no secret
     */
    public ClientProperties(Map<String, String> values) {
        this.values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
        this.secrets = secrets(values);
        ClientRules.check(this.values, this::withoutSecrets);
    }

    /**
     * A file in the form of Kafka's {@code client.properties}.
     *
     * @throws IllegalArgumentException when it cannot be read, or is refused
     */
    public static ClientProperties load(Path file) {
        return new ClientProperties(read(file));
    }

    /** The same, not checked yet: what the file leaves out may stand elsewhere. */
    static Map<String, String> read(Path file) {
        Properties properties = new Properties();
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("client properties: " + file + " (expected: a file)");
        }
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "client properties: " + file + " cannot be read (expected: key=value lines in UTF-8): "
                            + e.getClass().getSimpleName());
        }
        Map<String, String> values = new TreeMap<>();
        properties
                .stringPropertyNames()
                .forEach(key -> values.put(
                        key, Objects.requireNonNull(properties.getProperty(key)).strip()));
        return values;
    }

    /** These, and the others where both have a key. */
    public ClientProperties with(Map<String, String> others) {
        Map<String, String> all = new TreeMap<>(values);
        all.putAll(others);
        return new ClientProperties(all);
    }

    /** The keys with their values, for a client's constructor only. */
    public Map<String, String> values() {
        return values;
    }

    /** All that a client's constructor takes: these, and where the brokers are. */
    public Map<String, Object> forClientOf(String bootstrapServers) {
        OAuthResources.allow(this);
        Map<String, Object> settings = new TreeMap<>(values);
        settings.put("bootstrap.servers", bootstrapServers);
        return settings;
    }

    /** What is allowed but looks like a slip, a sentence each. */
    public List<String> warnings() {
        return ClientRules.warnings(values.keySet());
    }

    /** The text with every secret taken out that these properties hold. */
    String withoutSecrets(String text) {
        String clean = text;
        for (String secret : secrets) {
            clean = clean.replace(secret, "***");
        }
        return clean;
    }

    private static List<String> secrets(Map<String, String> values) {
        List<String> secrets = new ArrayList<>();
        values.forEach((key, value) -> {
            if (ClientRules.secret(key)) {
                secrets.add(value);
            }
            if (key.endsWith("sasl.jaas.config")) {
                secrets.addAll(JaasText.secrets(value));
            }
        });
        secrets.removeIf(secret -> secret.length() < SHORTEST_SECRET);
        secrets.sort(Comparator.comparingInt(String::length).reversed());
        return secrets;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ClientProperties properties && values.equals(properties.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /** The keys alone. */
    @Override
    public String toString() {
        return "ClientProperties" + values.keySet();
    }
}
