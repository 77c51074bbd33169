package io.klamm.discovery.client;

import io.klamm.config.Secret;
import io.klamm.config.Section;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A secret that is written in the configuration, or in a file that is read each time, for such files are changed while the program runs. */
public sealed interface SecretSource {

    /** The secret as it is now. */
    Secret now() throws IOException;

    /** The secret of a key, or of the file that the key with {@code _file} names; both are a problem. */
    static Optional<SecretSource> bind(Section section, String key, Path directory) {
        Optional<Secret> written = section.optionalSecret(key);
        Optional<String> file = section.optionalString(key + "_file");
        if (written.isPresent() && file.isPresent()) {
            section.problem(key + "_file", "at most one of " + key + " & " + key + "_file must be configured");
        }
        return written.<SecretSource>map(Written::new).or(() -> file.map(name -> new InFile(directory.resolve(name))));
    }

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
