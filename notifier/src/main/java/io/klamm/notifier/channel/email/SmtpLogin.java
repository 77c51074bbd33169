package io.klamm.notifier.channel.email;

import io.klamm.config.Secret;
import io.klamm.discovery.client.SecretSource;
import java.io.IOException;
import java.util.Optional;

/**
 * How we log in to a mail server, where it asks for it.
 *
 * @param secret of CRAM-MD5; without it the password will do
 * @param identity on whose behalf; empty for our own
 */
record SmtpLogin(String username, Optional<SecretSource> password, Optional<SecretSource> secret, String identity) {

    /** What PLAIN and LOGIN send. */
    Optional<Secret> passwordNow() throws IOException {
        return password.isPresent() ? Optional.of(password.get().now()) : Optional.empty();
    }

    /** What CRAM-MD5 proves to know. */
    Optional<Secret> secretNow() throws IOException {
        return secret.isPresent() ? Optional.of(secret.get().now()) : Optional.empty();
    }
}
