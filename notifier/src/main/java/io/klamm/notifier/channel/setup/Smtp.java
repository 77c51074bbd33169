package io.klamm.notifier.channel.setup;

import io.klamm.config.Section;
import io.klamm.discovery.client.SecretSource;
import io.klamm.discovery.client.TlsConfig;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What {@code global} says of mails.
 *
 * @param smarthost {@code host:port}
 * @param hello our name, as we greet with it
 * @param requireTls whether STARTTLS has to be spoken
 */
public record Smtp(
        Optional<String> from,
        Optional<String> smarthost,
        String hello,
        Optional<String> username,
        Optional<SecretSource> password,
        Optional<SecretSource> secret,
        String identity,
        boolean requireTls,
        TlsConfig tls) {

    static Smtp bind(Section section, Path directory) {
        return new Smtp(
                section.optionalString("smtp_from"),
                section.optionalString("smtp_smarthost"),
                section.string("smtp_hello", "localhost"),
                section.optionalString("smtp_auth_username"),
                SecretSource.bind(section, "smtp_auth_password", directory),
                SecretSource.bind(section, "smtp_auth_secret", directory),
                section.text("smtp_auth_identity", ""),
                section.bool("smtp_require_tls", true),
                TlsConfig.bind(section.section("smtp_tls_config"), directory));
    }
}
