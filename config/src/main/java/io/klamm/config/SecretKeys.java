package io.klamm.config;

import java.util.List;
import java.util.Locale;

/** Tells from a key's name whether its value is likely a secret. In doubt it is: a hidden value costs little, a shown one much. */
final class SecretKeys {

    private static final List<String> PARTS = List.of(
            "password",
            "passwd",
            "passphrase",
            "secret",
            "token",
            "jaas",
            "credential",
            "private",
            "authorization",
            "cookie",
            "webhook",
            // user:password in one value
            "userinfo");

    /** Keys that only name a place: their values are hidden like others, but {@code file:} in them is an address of their own. */
    private static final List<String> PLACES = List.of("url", "uri", "location", "path", "endpoint");

    private SecretKeys() {}

    static boolean looksSecret(String key) {
        String squeezed = squeezed(key);
        return squeezed.endsWith("key") || PARTS.stream().anyMatch(squeezed::contains);
    }

    /** Whether {@code file:} at the start of this key's value means "the secret is in that file". */
    static boolean mayComeFromFile(String key) {
        String squeezed = squeezed(key);
        return looksSecret(key) && PLACES.stream().noneMatch(squeezed::endsWith);
    }

    private static String squeezed(String key) {
        return key.toLowerCase(Locale.ROOT).replace(".", "").replace("-", "").replace("_", "");
    }
}
