package io.klamm.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientPropertiesTest {

    private static final String SCRAM = "org.apache.kafka.common.security.scram.ScramLoginModule";

    @TempDir
    Path dir;

    private static Map<String, String> jaas(String text) {
        return Map.of("security.protocol", "SASL_SSL", "sasl.mechanism", "PLAIN", "sasl.jaas.config", text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"a\" password=\"b\";",
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"a\" password=\"b;c}\";",
                "  org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule\n  required\n  clientId='a' ;",
                "com.sun.security.auth.module.Krb5LoginModule required useKeyTab=true keyTab=\"/k\" principal=\"a@B\";",
                "software.amazon.msk.auth.iam.IAMLoginModule required;",
                "/* com.sun.security.auth.module.JndiLoginModule */"
                        + " org.apache.kafka.common.security.plain.PlainLoginModule required;",
            })
    void loginModule_onTheList_isAllowed(String text) {
        assertThatNoException().isThrownBy(() -> new ClientProperties(jaas(text)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "com.sun.security.auth.module.JndiLoginModule required user.provider.url=\"ldap://canary\";",
                "com.sun.security.auth.module.LdapLoginModule required userProvider=\"ldap://canary\";",
                " com.sun.security.auth.module.JndiLoginModule\trequired a=\"canary\";",
                "\ncom.sun.security.auth.module.JndiLoginModule\nrequired\na=\"canary\"\n;",
                "/* x */ com.sun.security.auth.module.JndiLoginModule required a=\"canary\";",
                "// org.apache.kafka.common.security.plain.PlainLoginModule required;\n"
                        + "com.sun.security.auth.module.JndiLoginModule required a=\"canary\";",
                "org.apache.kafka.common.security.plain.PlainLoginModule required a=\"canary\";"
                        + "com.sun.security.auth.module.JndiLoginModule required a=\"canary\";",
                "org.apache.kafka.common.security.plain.PlainLoginModule optional a=\"canary\";"
                        + "org.apache.kafka.common.security.plain.PlainLoginModule required a=\"canary\";",
                "org.apache.kafka.common.security.plain.PlainLoginModuleX required a=\"canary\";",
                "org.apache.kafka.common.security.plain.plainloginmodule required a=\"canary\";",
                "com.sun.security.auth.module.UnixLoginModule required a=\"canary\";",
                "com.sun.security.auth.module.KeyStoreLoginModule required a=\"canary\";",
                "com.sun.jndi.ldap.LdapCtx required a=\"canary\";",
                "org.apache.kafka.common.security.plain.PlainLoginModule required password=\"canary\"",
                "org.apache.kafka.common.security.plain.PlainLoginModule sometimes password=\"canary\";",
                "KafkaClient { com.sun.security.auth.module.JndiLoginModule required a=\"canary\"; };",
                "org.apache.kafka.common.security.plain.PlainLoginModule required; };"
                        + " Other { com.sun.security.auth.module.JndiLoginModule required a=\"canary\";",
                "canary",
                "",
                ";",
                "\u0000canary",
            })
    void loginModule_anyOther_isRefusedWithoutShowingIt(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ClientProperties(jaas(text)))
                .withMessageStartingWith("sasl.jaas.config: ")
                .withMessageContaining("expected: one")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("canary"))
                .withNoCause();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sasl.jaas.config",
                "listener.name.client.sasl.jaas.config",
                "listener.name.client.plain.sasl.jaas.config",
                "producer.sasl.jaas.config"
            })
    void loginModule_underAnyPrefix_isChecked(String key) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ClientProperties(
                        Map.of(key, "com.sun.security.auth.module.JndiLoginModule required a=\"b\";")))
                .withMessageStartingWith(key + ": ");
    }

    @Test
    void saslWithoutJaas_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ClientProperties(Map.of("security.protocol", "sasl_plaintext")))
                .withMessageStartingWith("sasl.jaas.config: missing");
    }

    @Test
    void jaasFileOfTheJvm_isCheckedToo() throws IOException {
        Path file = Files.writeString(
                dir.resolve("jaas.conf"), "KafkaClient { com.sun.security.auth.module.UnixLoginModule required; };");
        String before = System.getProperty("java.security.auth.login.config");
        System.setProperty("java.security.auth.login.config", file.toString());
        try {
            javax.security.auth.login.Configuration.setConfiguration(null);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new ClientProperties(Map.of("security.protocol", "SASL_SSL")))
                    .withMessageContaining("UnixLoginModule is refused");
        } finally {
            if (before == null) {
                System.clearProperty("java.security.auth.login.config");
            } else {
                System.setProperty("java.security.auth.login.config", before);
            }
            javax.security.auth.login.Configuration.setConfiguration(null);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "config.providers",
                "config.providers.file.class",
                "metric.reporters",
                "interceptor.classes",
                "security.providers"
            })
    void keysThatLoadClasses_areRefused(String key) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ClientProperties(Map.of(key, "a.canary.Class")))
                .withMessage(key + ": refused, because it loads classes (expected: no such key)");
    }

    @Test
    void valueThatKafkaRefuses_isFoundWhenRead() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ClientProperties(Map.of("security.protocol", "SASLSSL")))
                .withMessageContaining("security.protocol");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ClientProperties(Map.of("request.timeout.ms", "soon")))
                .withMessageContaining("request.timeout.ms");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ldap://canary", "https://a,https://canary", "canary"})
    void tokenEndpoint_thatIsNoAddress_isRefusedWithoutShowingIt(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ClientProperties(Map.of("sasl.oauthbearer.token.endpoint.url", url)))
                .withMessage(
                        "sasl.oauthbearer.token.endpoint.url: not an address (expected: one http, https or file URL)");
    }

    @Test
    void unknownKeys_passAndAreWarnedOf() {
        ClientProperties properties =
                new ClientProperties(Map.of("reqest.timeout.ms", "1", "acks", "all", "my.own.thing", "x"));

        assertThat(properties.values()).containsKey("my.own.thing");
        assertThat(properties.warnings())
                .containsExactly(
                        "my.own.thing: Kafka's clients know no such key",
                        "reqest.timeout.ms: Kafka's clients know no such key (did you mean request.timeout.ms?)");
    }

    @Test
    void withoutSecrets_takesOutEveryForm() {
        String jaas = SCRAM + " required username=\"watcher\" password=\"canary-one\";";
        ClientProperties properties = new ClientProperties(Map.of(
                "security.protocol",
                "SASL_SSL",
                "sasl.mechanism",
                "SCRAM-SHA-512",
                "sasl.jaas.config",
                jaas,
                "ssl.truststore.password",
                "canary-two"));

        assertThat(properties.withoutSecrets("login watcher/canary-one with " + jaas + " and canary-two"))
                .isEqualTo("login watcher/*** with *** and ***");
        assertThat(properties.toString()).doesNotContain("canary").contains("sasl.jaas.config");
    }

    @Test
    void file_isReadAndInlineKeysWin() throws IOException {
        Path file = Files.writeString(
                dir.resolve("client.properties"), "# a comment\nclient.id = from-file  \nretries=7\n");

        ClientProperties merged = ClientProperties.load(file).with(Map.of("client.id", "inline"));

        assertThat(merged.values()).containsOnly(Map.entry("client.id", "inline"), Map.entry("retries", "7"));
    }

    @Test
    void file_missingUnreadableOrMalformed_saysSo() throws IOException {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClientProperties.load(dir.resolve("absent")))
                .withMessage("client properties: " + dir.resolve("absent") + " (expected: a file)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClientProperties.load(dir))
                .withMessageEndingWith("(expected: a file)");
        Path latin = Files.write(dir.resolve("latin"), "a=\u00e9".getBytes(StandardCharsets.ISO_8859_1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClientProperties.load(latin))
                .withMessageContaining("cannot be read (expected: key=value lines in UTF-8)");
        Path escape = Files.writeString(dir.resolve("escape"), "a=\\u00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClientProperties.load(escape))
                .withMessageContaining("cannot be read");
    }
}
