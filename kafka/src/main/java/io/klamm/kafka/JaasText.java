package io.klamm.kafka;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.security.auth.login.AppConfigurationEntry;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.common.security.JaasContext;

/**
 * A login line of Kafka's clients, read the way Kafka reads it.
 *
 * <p>Login modules come from an allow-list, because a JAAS line can name any class on the class path (CVE-2023-25194).
 */
final class JaasText {

    private static final Set<String> LOGIN_MODULES = new TreeSet<>(Set.of(
            "org.apache.kafka.common.security.plain.PlainLoginModule",
            "org.apache.kafka.common.security.scram.ScramLoginModule",
            "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule",
            "com.sun.security.auth.module.Krb5LoginModule",
            "software.amazon.msk.auth.iam.IAMLoginModule"));

    private static final List<String> SECRET_OPTIONS =
            List.of("password", "secret", "token", "credential", "assertion");

    private JaasText() {}

    /** @throws IllegalArgumentException when it is not one allowed login module; the message holds no option's value */
    static void check(String key, String value) {
        entries(key, value).forEach(entry -> checkModule(key, entry));
    }

    /**
     * The same for the JVM's own JAAS file, which Kafka takes where {@code sasl.jaas.config} is absent.
     *
     * @throws IllegalArgumentException also when there is none
     */
    static void checkJvm() {
        List<AppConfigurationEntry> entries;
        try {
            entries = JaasContext.loadClientContext(Map.of()).configurationEntries();
        } catch (RuntimeException e) {
            // A SecurityException where the file that java.security.auth.login.config names cannot be read.
            throw new IllegalArgumentException(
                    "sasl.jaas.config: missing (expected: a login module, since security.protocol asks for SASL)");
        }
        entries.forEach(entry -> checkModule("java.security.auth.login.config", entry));
    }

    /** The values of options that hold secrets, so that they can be taken out of messages; none where the text cannot be read. */
    static List<String> secrets(String value) {
        List<String> secrets = new ArrayList<>();
        try {
            for (AppConfigurationEntry entry : entries("", value)) {
                entry.getOptions().forEach((option, text) -> {
                    String name = option.toLowerCase(Locale.ROOT);
                    if (SECRET_OPTIONS.stream().anyMatch(name::contains)) {
                        secrets.add(String.valueOf(text));
                    }
                });
            }
        } catch (IllegalArgumentException e) {
            return List.of();
        }
        return secrets;
    }

    private static List<AppConfigurationEntry> entries(String key, String value) {
        try {
            return JaasContext.loadClientContext(Map.of(SaslConfigs.SASL_JAAS_CONFIG, new Password(value)))
                    .configurationEntries();
        } catch (RuntimeException e) {
            // Kafka refuses modules of its own black list here, several modules, and what it cannot parse. Its message
            // may quote the value, so it is not passed on.
            throw new IllegalArgumentException(
                    key
                            + ": refused (expected: one allowed login module, \"required\", key=\"value\" pairs and a semicolon)");
        }
    }

    private static void checkModule(String key, AppConfigurationEntry entry) {
        if (!LOGIN_MODULES.contains(entry.getLoginModuleName())) {
            throw new IllegalArgumentException(key + ": login module " + entry.getLoginModuleName()
                    + " is refused (expected: one of " + String.join(", ", LOGIN_MODULES) + ")");
        }
    }
}
