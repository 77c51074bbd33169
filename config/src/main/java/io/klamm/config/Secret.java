package io.klamm.config;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** A value that must not be seen: {@code toString} gives {@code ***}, and only {@link #reveal} gives the value. */
public final class Secret {

    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    public static Secret of(String value) {
        return new Secret(value);
    }

    /** The value itself, for the one call that needs it; it belongs in no message, log or answer. */
    public String reveal() {
        return value;
    }

    /** Compares in a time that does not depend on where the values differ. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Secret that && MessageDigest.isEqual(bytes(), that.bytes());
    }

    /** The same for all secrets, so that a hash in a dump says nothing. */
    @Override
    public int hashCode() {
        return 1;
    }

    @Override
    public String toString() {
        return "***";
    }

    private byte[] bytes() {
        return value.getBytes(StandardCharsets.UTF_8);
    }
}
