package io.klamm.web.login;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** A password's hash with its salt, PBKDF2 with HMAC-SHA-256; reads and writes {@code pbkdf2-sha256$iterations$salt$hash}. */
final class PasswordHash {

    private static final String NAME = "pbkdf2-sha256";
    private static final int ITERATIONS = 210_000;
    private static final int MOST_ITERATIONS = 10_000_000;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 256;

    private final int iterations;
    private final byte[] salt;
    private final byte[] hash;

    private PasswordHash(int iterations, byte[] salt, byte[] hash) {
        this.iterations = iterations;
        this.salt = salt;
        this.hash = hash;
    }

    static PasswordHash of(String password, SecureRandom random) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return new PasswordHash(ITERATIONS, salt, derive(password, salt, ITERATIONS));
    }

    /** @throws IllegalArgumentException when the text is not of the form */
    static PasswordHash parse(String text) {
        String[] parts = text.strip().split("\\$", -1);
        if (parts.length != 4 || !parts[0].equals(NAME)) {
            throw new IllegalArgumentException(
                    "password hash: not readable (expected: " + NAME + "$iterations$salt$hash)");
        }
        int iterations = Integer.parseInt(parts[1]);
        if (iterations < 1 || iterations > MOST_ITERATIONS) {
            throw new IllegalArgumentException(
                    "iterations: " + iterations + " (expected: 1 to " + MOST_ITERATIONS + ")");
        }
        byte[] hash = Base64.getDecoder().decode(parts[3]);
        if (hash.length != HASH_BITS / 8) {
            throw new IllegalArgumentException(
                    "password hash: " + hash.length + " bytes (expected: " + HASH_BITS / 8 + ")");
        }
        return new PasswordHash(iterations, Base64.getDecoder().decode(parts[2]), hash);
    }

    /** Takes as long for a wrong password as for the right one: a tenth of a second or so. */
    boolean matches(String password) {
        return MessageDigest.isEqual(hash, derive(password, salt, iterations));
    }

    String format() {
        Base64.Encoder encoder = Base64.getEncoder();
        return NAME + "$" + iterations + "$" + encoder.encodeToString(salt) + "$" + encoder.encodeToString(hash);
    }

    @Override
    public String toString() {
        return "***";
    }

    private static byte[] derive(String password, byte[] salt, int iterations) {
        PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, iterations, HASH_BITS);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("PBKDF2WithHmacSHA256: not available (expected: part of every JDK)", e);
        } finally {
            spec.clearPassword();
        }
    }
}
