package io.klamm.discovery.client;

import io.klamm.config.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A secret that is written in the configuration, or in a file that is read each time, for such files are changed while the program runs. */
public sealed interface SecretSource {

    /** The secret as it is now. */
    Secret now() throws IOException;

    record Written(Secret secret) implements SecretSource {

        @Override
        public Secret now() {
            return secret;
        }
    }

    record InFile(Path file) implements SecretSource {

        @Override
        public Secret now() throws IOException {
            return Secret.of(Files.readString(file).strip());
        }
    }
}
