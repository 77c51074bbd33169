package io.klamm.discovery.client;

import io.klamm.config.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** What the {@code Authorization} header says. */
public sealed interface Credentials {

    /** The header's value as it is now. */
    Secret header() throws IOException;

    /** {@code basic_auth}. */
    record Basic(SecretSource username, SecretSource password) implements Credentials {

        @Override
        public Secret header() throws IOException {
            String pair = username.now().reveal() + ":" + password.now().reveal();
            return Secret.of("Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
        }
    }

    /** {@code authorization}, and the older {@code bearer_token}. */
    record Typed(String type, SecretSource secret) implements Credentials {

        @Override
        public Secret header() throws IOException {
            return Secret.of(type + " " + secret.now().reveal());
        }
    }
}
