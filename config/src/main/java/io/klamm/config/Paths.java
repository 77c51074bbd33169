package io.klamm.config;

import java.util.regex.Pattern;

/** Writes where a value is in the tree: {@code clusters[0].client["sasl.mechanism"]}. */
final class Paths {

    private static final Pattern SIMPLE = Pattern.compile("[\\p{L}\\p{N}_-]{1,64}");

    private Paths() {}

    static String child(String parent, String key) {
        if (!SIMPLE.matcher(key).matches()) {
            return parent + "[" + Shown.quoted(key) + "]";
        }
        return parent.isEmpty() ? key : parent + "." + key;
    }

    static String item(String parent, int index) {
        return parent + "[" + index + "]";
    }
}
