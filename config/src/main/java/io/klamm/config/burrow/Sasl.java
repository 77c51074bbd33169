package io.klamm.config.burrow;

import io.klamm.config.Secret;
import io.klamm.config.Section;
import java.util.List;
import java.util.Optional;

/**
 * One section of {@code sasl}, with the mechanisms of Burrow and of Burrow-modified.
 *
 * @param handshakeFirst whether the client names its mechanism before it logs in, as all brokers of today ask
 * @param login who logs in, and how
 */
public record Sasl(String name, boolean handshakeFirst, Login login) {

    private static final List<String> MECHANISMS =
            List.of("PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512", "OAUTHBEARER", "GSSAPI");

    /** Where Kerberos is configured when nobody says otherwise; Java looks there by itself. */
    public static final String KRB5_CONF = "/etc/krb5.conf";

    /** Who logs in, and how. */
    public sealed interface Login {

        /** Kafka's name of the mechanism. */
        String mechanism();

        /** The user that the file names; empty where none is named. */
        String user();
    }

    /**
     * A user with a password.
     *
     * @param mechanism PLAIN, SCRAM-SHA-256 or SCRAM-SHA-512
     */
    public record Password(String mechanism, String user, Secret password) implements Login {}

    /** OAuth 2 client credentials: a token is fetched from the end point. */
    public record OAuth(String clientId, Secret clientSecret, String tokenEndpoint) implements Login {

        @Override
        public String mechanism() {
            return "OAUTHBEARER";
        }

        @Override
        public String user() {
            return "";
        }
    }

    /**
     * A Kerberos login with a keytab.
     *
     * @param user without the realm
     * @param configPath the Kerberos configuration, the same for the whole process
     */
    public record Kerberos(String serviceName, String realm, String user, String keytabPath, String configPath)
            implements Login {

        @Override
        public String mechanism() {
            return "GSSAPI";
        }
    }

    static Sasl bind(String name, Section section) {
        String mechanism = section.value("mechanism", Values.oneOf(MECHANISMS), "PLAIN");
        boolean handshake = section.value("handshake-first", Values.BOOL, false);
        return new Sasl(
                name,
                handshake,
                switch (mechanism) {
                    case "OAUTHBEARER" -> oauth(section);
                    case "GSSAPI" -> kerberos(section);
                    default -> password(mechanism, section);
                });
    }

    private static Login password(String mechanism, Section section) {
        return new Password(mechanism, section.string("username"), secret(section, "password"));
    }

    private static Login oauth(Section section) {
        return new OAuth(
                section.string("clientId"),
                secret(section, "clientSecret"),
                section.required("tokenEndpoint", Values.HTTP_URL, "https://localhost/"));
    }

    private static Login kerberos(Section section) {
        // Java's Kerberos client never asks for FAST, so there is nothing to switch off.
        section.ignore("disablePAFXFAST");
        section.ignore("password");
        return new Kerberos(
                section.string("servicename"),
                section.string("realm"),
                section.string("username"),
                section.string("keytabPath"),
                section.string("kerberosConfigPath", KRB5_CONF));
    }

    private static Secret secret(Section section, String key) {
        Optional<Secret> secret = section.optionalSecret(key);
        if (secret.isEmpty()) {
            section.problem(key, "missing (expected: a secret)");
        }
        return secret.orElse(Secret.of("?"));
    }
}
