package io.klamm.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Keys and values that this program passes on without knowing them, in the order of the file.
 *
 * <p>{@code toString} shows {@code ***} for keys that look secret, so that a record which holds one may be logged.
 */
public final class FreeMap {

    private static final FreeMap EMPTY = new FreeMap(Map.of());

    private final Map<String, String> values;

    private FreeMap(Map<String, String> values) {
        this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    public static FreeMap empty() {
        return EMPTY;
    }

    public static FreeMap of(Map<String, String> values) {
        return new FreeMap(values);
    }

    public Set<String> keys() {
        return values.keySet();
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** The value of a key, secret or not. */
    public Optional<String> get(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /** All values, secret ones too: for the library that they are meant for, not for messages. Unmodifiable. */
    public Map<String, String> reveal() {
        return values;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FreeMap that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.keySet().hashCode();
    }

    @Override
    public String toString() {
        return values.entrySet().stream()
                .map(entry ->
                        entry.getKey() + "=" + (SecretKeys.looksSecret(entry.getKey()) ? "***" : entry.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
