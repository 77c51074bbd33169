package io.klamm.kafka;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Tells Kafka's clients which token endpoints and files the configuration names: since 4.0 they fetch from no other, and learn it by a system property.
 */
final class OAuthResources {

    static final String URLS = "org.apache.kafka.sasl.oauthbearer.allowed.urls";
    static final String FILES = "org.apache.kafka.sasl.oauthbearer.allowed.files";

    private static final String PREFIX = "sasl.oauthbearer.";
    private static final List<String> SCHEMES = List.of("https://", "http://", "file:");

    private OAuthResources() {}

    /** @throws IllegalArgumentException when an address is none; the message does not hold it, since an address may hold a password */
    static void check(Map<String, String> values) {
        values.forEach((key, value) -> {
            String lower = value.strip().toLowerCase(Locale.ROOT);
            if (url(key) && (SCHEMES.stream().noneMatch(lower::startsWith) || value.contains(","))) {
                throw new IllegalArgumentException(key + ": not an address (expected: one http, https or file URL)");
            }
        });
    }

    static synchronized void allow(ClientProperties client) {
        allow(URLS, client.values(), OAuthResources::url);
        allow(FILES, client.values(), key -> key.startsWith(PREFIX) && key.endsWith(".file"));
    }

    private static boolean url(String key) {
        return key.startsWith(PREFIX) && key.endsWith(".url");
    }

    private static void allow(String property, Map<String, String> values, Predicate<String> concerns) {
        Set<String> allowed = new TreeSet<>();
        Arrays.stream(System.getProperty(property, "").split(",", -1))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .forEach(allowed::add);
        boolean more = false;
        for (Map.Entry<String, String> entry : values.entrySet()) {
            more |= concerns.test(entry.getKey())
                    && allowed.add(entry.getValue().strip());
        }
        if (more) {
            System.setProperty(property, String.join(",", allowed));
        }
    }
}
