package io.klamm.cmd.burrow;

import io.klamm.config.burrow.Sasl.Kerberos;
import io.klamm.config.burrow.Sasl.Login;
import io.klamm.config.burrow.Sasl.OAuth;
import io.klamm.config.burrow.Sasl.Password;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How Kafka's Java clients log in: the settings, and the JAAS line in which names and passwords of any letters are safe. */
final class SaslProperties {

    private static final String KAFKA = "org.apache.kafka.common.security.";
    private static final String KERBEROS = "com.sun.security.auth.module.Krb5LoginModule";

    private SaslProperties() {}

    static Map<String, String> of(Login login) {
        Map<String, String> properties = new TreeMap<>();
        properties.put("sasl.mechanism", login.mechanism());
        if (login instanceof Password password) {
            properties.put("sasl.jaas.config", password(password));
        }
        if (login instanceof OAuth oauth) {
            properties.put("sasl.jaas.config", oauth(oauth));
            properties.put("sasl.oauthbearer.token.endpoint.url", oauth.tokenEndpoint());
            properties.put("sasl.login.callback.handler.class", KAFKA + "oauthbearer.OAuthBearerLoginCallbackHandler");
        }
        if (login instanceof Kerberos kerberos) {
            properties.put("sasl.jaas.config", kerberos(kerberos));
            properties.put("sasl.kerberos.service.name", kerberos.serviceName());
        }
        return properties;
    }

    private static String password(Password login) {
        String module = login.mechanism().equals("PLAIN") ? "plain.PlainLoginModule" : "scram.ScramLoginModule";
        return jaas(
                KAFKA + module,
                options("username", login.user(), "password", login.password().reveal()));
    }

    private static String oauth(OAuth login) {
        return jaas(
                KAFKA + "oauthbearer.OAuthBearerLoginModule",
                options(
                        "clientId",
                        login.clientId(),
                        "clientSecret",
                        login.clientSecret().reveal()));
    }

    private static String kerberos(Kerberos login) {
        Map<String, String> options = options("keyTab", login.keytabPath(), "principal", principal(login));
        options.put("useKeyTab", "true");
        options.put("storeKey", "true");
        options.put("doNotPrompt", "true");
        return jaas(KERBEROS, options);
    }

    private static String principal(Kerberos login) {
        return login.user().contains("@") ? login.user() : login.user() + "@" + login.realm();
    }

    private static Map<String, String> options(String one, String first, String other, String second) {
        Map<String, String> options = new LinkedHashMap<>();
        options.put(one, first);
        options.put(other, second);
        return options;
    }

    private static String jaas(String module, Map<String, String> options) {
        return module + " required"
                + options.entrySet().stream()
                        .map(option -> " " + option.getKey() + "=" + quoted(option.getValue()))
                        .collect(Collectors.joining())
                + ";";
    }

    /** Kafka reads a text in quotes up to the line's end, with backslashes as C has them. */
    private static String quoted(String text) {
        return '"'
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r")
                + '"';
    }
}
