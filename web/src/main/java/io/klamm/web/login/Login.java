package io.klamm.web.login;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * HTTP Basic login of the one user {@code admin}. The slow hash is computed once per password; after that a keyed digest of the header, which is
 * of no use outside this process, says that it is the right one. Safe for use by several threads.
 */
public final class Login {

    private static final byte[] USER = "admin".getBytes(StandardCharsets.UTF_8);
    private static final String SCHEME = "Basic ";

    private final PasswordHash hash;
    private final Optional<String> newPassword;
    private final FailureLimit limit;
    private final byte[] key = new byte[32];
    private volatile byte @Nullable [] verified;

    private Login(PasswordFile.Password password, Clock clock, SecureRandom random) {
        this.hash = password.hash();
        this.newPassword = password.made();
        this.limit = new FailureLimit(clock);
        random.nextBytes(key);
    }

    /** Reads the password's hash from the data directory, or makes a password. */
    public static Login load(Optional<Path> directory, Clock clock) throws IOException {
        SecureRandom random = new SecureRandom();
        return new Login(PasswordFile.load(directory, random), clock, random);
    }

    /** The password, when it was made just now: to be shown once. */
    public Optional<String> newPassword() {
        return newPassword;
    }

    /** How a login ended. */
    public enum Result {
        OK,
        /** No credentials, or wrong ones. */
        DENIED,
        /** Too many failures from this address. */
        TOO_MANY
    }

    /** True when these credentials have been verified before; fast. */
    public boolean known(@Nullable String authorization) {
        byte[] known = verified;
        return authorization != null && known != null && MessageDigest.isEqual(known, digest(authorization));
    }

    /** Verifies credentials; takes a tenth of a second or so. */
    public Result verify(@Nullable String authorization, String address) {
        if (authorization == null) {
            return Result.DENIED;
        }
        if (known(authorization)) {
            return Result.OK;
        }
        if (limit.exceeded(address)) {
            return Result.TOO_MANY;
        }
        if (!matches(authorization)) {
            limit.failed(address);
            return Result.DENIED;
        }
        verified = digest(authorization);
        return Result.OK;
    }

    private boolean matches(String authorization) {
        byte[] credentials = decode(authorization);
        int colon = new String(credentials, StandardCharsets.ISO_8859_1).indexOf(':');
        byte[] user = Arrays.copyOf(credentials, Math.max(0, colon));
        byte[] password = Arrays.copyOfRange(credentials, colon + 1, credentials.length);
        // The password is hashed for a wrong user too, so that the time taken says nothing.
        boolean rightPassword = hash.matches(new String(password, StandardCharsets.UTF_8));
        return MessageDigest.isEqual(USER, user) && rightPassword;
    }

    private static byte[] decode(String authorization) {
        if (!authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return new byte[0];
        }
        try {
            return Base64.getDecoder()
                    .decode(authorization.substring(SCHEME.length()).strip());
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private byte[] digest(String authorization) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(authorization.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256: not available (expected: part of every JDK)", e);
        }
    }
}
