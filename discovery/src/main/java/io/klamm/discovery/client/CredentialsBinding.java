package io.klamm.discovery.client;

import io.klamm.config.Secret;
import io.klamm.config.Section;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Reads {@code basic_auth}, {@code authorization} and {@code bearer_token} out of a section; of these there may be one. */
final class CredentialsBinding {

    private static final String BEARER = "Bearer";

    private CredentialsBinding() {}

    static Optional<Credentials> bind(Section section, Path directory) {
        if (section.has("oauth2")) {
            section.ignore("oauth2");
            section.problem("oauth2", "not built in Klamm (expected: basic_auth or authorization)");
        }
        boolean basic = section.has("basic_auth");
        boolean typed = section.has("authorization");
        boolean bearer = section.has("bearer_token") || section.has("bearer_token_file");
        if (basic && typed) {
            section.problem("at most one of basic_auth, oauth2 & authorization must be configured");
        }
        if (bearer && (basic || typed)) {
            section.problem(
                    "at most one of basic_auth, authorization, bearer_token & bearer_token_file must be configured");
        }
        Section ofBasic = section.section("basic_auth");
        Section ofTyped = section.section("authorization");
        Optional<SecretSource> token = SecretSource.bind(section, "bearer_token", directory);
        Optional<Credentials> fromBasic = basic ? Optional.of(basic(ofBasic, directory)) : Optional.empty();
        Optional<Credentials> fromTyped = typed ? typed(ofTyped, directory) : Optional.empty();
        return fromBasic.or(() -> fromTyped).or(() -> token.map(found -> new Credentials.Typed(BEARER, found)));
    }

    private static Credentials basic(Section section, Path directory) {
        SecretSource nothing = new SecretSource.Written(Secret.of(""));
        return new Credentials.Basic(
                SecretSource.bind(section, "username", directory).orElse(nothing),
                SecretSource.bind(section, "password", directory).orElse(nothing));
    }

    private static Optional<Credentials> typed(Section section, Path directory) {
        String type = section.string("type", BEARER).strip();
        if (type.toLowerCase(Locale.ROOT).equals("basic")) {
            section.problem("type", "authorization type cannot be set to \"basic\", use \"basic_auth\" instead");
        }
        return SecretSource.bind(section, "credentials", directory).map(found -> new Credentials.Typed(type, found));
    }
}
