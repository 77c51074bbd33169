package io.klamm.cmd.burrow;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.config.Environment;
import io.klamm.config.Loaded;
import io.klamm.config.Problem;
import io.klamm.kafka.NameFilter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.common.security.JaasContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BurrowSettingsTest {

    private static final String LIVE = """
            [httpserver.default]
            address = '127.0.0.1:8000'
            [cluster.Live]
            servers = ['a:9092', 'b:9092']
            client-profile = 'p'
            [consumer.c]
            cluster = 'live'
            servers = ['a:9092']
            client-profile = 'p'
            """;

    private static final String CERTIFICATE = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
    private static final String KEY = "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "simple",
                "it's \"quoted\"",
                "back\\slash\\",
                "a;b=\"c\" required",
                "line\nbreak\r\ttab",
                "${HOME} file:/x",
                "비밀번호 é 🔑",
                "\" ; evil.Module required \""
            })
    void load_passwordOfAnyLetters_isReadByKafkaAsItIs(String password) throws IOException {
        String toml = LIVE + "[client-profile.p]\nsasl = 's'\n[sasl.s]\nmechanism = 'scram-sha-256'\nusername = 'u\"'\n"
                + "password = " + tomlText(password) + "\n";

        Map<String, String> client = client(load(toml));

        assertThat(client)
                .containsEntry("security.protocol", "SASL_PLAINTEXT")
                .containsEntry("sasl.mechanism", "SCRAM-SHA-256");
        assertThat(jaas(client)).isEqualTo(Map.of("username", "u\"", "password", password));
    }

    @Test
    void load_oauthAndKerberos_areKafkasSettings() throws IOException {
        Path krb5 = Files.writeString(folder.resolve("krb5.conf"), "[libdefaults]\n");
        String oauth = LIVE + """
                [client-profile.p]
                sasl = 's'
                [sasl.s]
                mechanism = 'OAUTHBEARER'
                ClientID = 'klamm'
                clientsecret = 'canary-4711'
                tokenEndpoint = 'https://id.example.com/token'
                """;
        String kerberos = LIVE + """
                [client-profile.p]
                sasl = 's'
                [sasl.s]
                mechanism = 'GSSAPI'
                servicename = 'kafka'
                realm = 'EXAMPLE.COM'
                username = 'klamm'
                keytabPath = '/etc/klamm.keytab'
                kerberosConfigPath = '%s'
                """.formatted(krb5);

        Map<String, String> tokens = client(load(oauth));
        assertThat(tokens)
                .containsEntry("sasl.oauthbearer.token.endpoint.url", "https://id.example.com/token")
                .containsEntry("sasl.mechanism", "OAUTHBEARER");
        assertThat(jaas(tokens)).isEqualTo(Map.of("clientId", "klamm", "clientSecret", "canary-4711"));
        Loaded<BurrowSetup> tickets = load(kerberos);
        assertThat(client(tickets)).containsEntry("sasl.kerberos.service.name", "kafka");
        assertThat(jaas(client(tickets)))
                .containsEntry("principal", "klamm@EXAMPLE.COM")
                .containsEntry("keyTab", "/etc/klamm.keytab")
                .containsEntry("useKeyTab", "true");
        assertThat(tickets.orThrow().krb5Conf()).contains(krb5);
    }

    @Test
    void load_tls_isPemAndHonestAboutNoverify() throws IOException {
        String toml = LIVE
                + "[client-profile.p]\ntls = 't'\ndial-timeout = 5\nread-timeout = 90\n[tls.t]\nnoverify = true\n"
                + "cafile = '" + write("ca.pem", CERTIFICATE) + "'\ncertfile = '" + write("cert.pem", CERTIFICATE)
                + "'\nkeyfile = '" + write("key.pem", KEY) + "'\n";

        Loaded<BurrowSetup> loaded = load(toml);

        assertThat(client(loaded))
                .containsEntry("security.protocol", "SSL")
                .containsEntry("ssl.truststore.type", "PEM")
                .containsEntry("ssl.truststore.certificates", CERTIFICATE)
                .containsEntry("ssl.keystore.certificate.chain", CERTIFICATE)
                .containsEntry("ssl.keystore.key", KEY.strip())
                .containsEntry("ssl.endpoint.identification.algorithm", "")
                .containsEntry("socket.connection.setup.timeout.ms", "5000")
                .containsEntry("request.timeout.ms", "90000")
                .containsEntry("default.api.timeout.ms", "90000");
        assertThat(loaded.warnings())
                .extracting(Problem::text)
                .singleElement()
                .asString()
                .contains("tls.t.noverify", "host names", "still checks");
    }

    @Test
    void load_badTlsFiles_areToldWithoutTheirContent() throws IOException {
        String toml = LIVE + "[client-profile.p]\ntls = 't'\n[tls.t]\ncafile = '" + write("ca.pem", "canary-4711")
                + "'\ncertfile = '" + folder.resolve("missing.pem") + "'\nkeyfile = '"
                + write("key.pem", "canary-4711") + "'\n";

        Loaded<BurrowSetup> loaded = load(toml);

        assertThat(loaded.problems())
                .extracting(Problem::path)
                .contains("tls.t.cafile", "tls.t.certfile", "tls.t.keyfile");
        assertThat(loaded.text()).contains("expected: a readable file").doesNotContain("canary-4711");
    }

    @Test
    void load_passwordInTheClear_isAWarning() throws IOException {
        Loaded<BurrowSetup> loaded =
                load(LIVE + "[client-profile.p]\nsasl = 's'\n[sasl.s]\nusername = 'u'\npassword = 'canary-4711'\n");

        assertThat(loaded.warnings())
                .extracting(Problem::message)
                .containsExactly("PLAIN without tls: what logs in can be read on the wire");
        assertThat(loaded.orThrow() + "" + SetupText.lines(loaded.orThrow())).doesNotContain("canary-4711");
    }

    /** Burrow searches a name; {@code klamm.yaml} matches it in full. */
    @Test
    void load_lists_searchAnywhereAndDenyWins() throws IOException {
        String toml = LIVE + "group-allowlist = 'shop|^pay'\ngroup-denylist = '-test$'\n[client-profile.p]\n"
                + "[storage.s]\ngroup-denylist = 'x'\n";

        BurrowSetup setup = load(toml).orThrow();
        NameFilter topic = setup.offsetsTopics().get(0).groups();
        NameFilter cluster = setup.clusters().get(0).groups();

        assertThat(List.of("my-shop-1", "payments")).allMatch(topic::accepts).allMatch(cluster::accepts);
        assertThat(List.of("repay", "other", "shop-test")).noneMatch(topic::accepts);
        assertThat(topic.accepts("shop-x")).isTrue();
        assertThat(cluster.accepts("shop-x")).isFalse();
        assertThat(setup.window().groups().accepts("shop-x")).isFalse();
    }

    @Test
    void load_twoConsumersOfACluster_readsWhatEitherWould() throws IOException {
        String toml = LIVE + "group-allowlist = '^a'\n[consumer.d]\ncluster = 'LIVE'\nservers = ['a:9092']\n"
                + "group-denylist = 'z'\n[client-profile.p]\n";

        NameFilter groups = load(toml).orThrow().clusters().get(0).groups();

        assertThat(List.of("az", "b")).allMatch(groups::accepts);
        assertThat(groups.accepts("bz")).isFalse();
    }

    @Test
    void load_namesInOtherCase_keepTheirSpelling() throws IOException {
        BurrowSetup setup = load(LIVE + "[client-profile.P]\n").orThrow();

        assertThat(setup.clusters().get(0).name()).isEqualTo("Live");
        assertThat(setup.offsetsTopics().get(0).cluster()).isEqualTo("Live");
        assertThat(setup.clusters().get(0).bootstrapServers()).isEqualTo("a:9092,b:9092");
    }

    @Test
    void load_addresses_keepTheSecureDefault() throws IOException {
        Loaded<BurrowSetup> loaded = load(LIVE.replace("127.0.0.1:8000", ":8000") + "[client-profile.p]\n");

        assertThat(loaded.orThrow().listeners())
                .containsExactly(new BurrowSetup.Listener("default", "0.0.0.0", 8000, Duration.ofMinutes(5), ""));
        assertThat(loaded.warnings())
                .extracting(Problem::message)
                .singleElement()
                .asString()
                .contains(":8000 is every address", "asks for a login", "127.0.0.1:8000");
    }

    @Test
    void load_whatCannotBeAsInBurrow_isSaid() throws IOException {
        Loaded<BurrowSetup> loaded = load("[cluster.a]\nservers = ['a:9092']\noffset-refresh = 3600\n");

        assertThat(loaded.orThrow().clusters().get(0).interval()).isEqualTo(Duration.ofMinutes(10));
        assertThat(loaded.warnings())
                .extracting(Problem::path)
                .containsExactly("cluster.a", "cluster.a.offset-refresh", "httpserver");
    }

    @Test
    void load_twoKerberosConfigurations_areAProblem() throws IOException {
        String login = "mechanism = 'GSSAPI'\nservicename = 'k'\nrealm = 'R'\nusername = 'u'\nkeytabPath = 'x'\n";
        String toml = LIVE + "[client-profile.p]\n[sasl.a]\n" + login + "kerberosConfigPath = '/no/such/a'\n[sasl.b]\n"
                + login + "kerberosConfigPath = '/no/such/b'\n";

        assertThat(load(toml).text())
                .contains("/no/such/a, /no/such/b (expected: the same for all", "expected: a readable file");
    }

    private Loaded<BurrowSetup> load(String toml) throws IOException {
        Path file = Files.writeString(folder.resolve("burrow.toml"), toml);
        return BurrowSettings.load(file, Environment.of(Map.of()));
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static Map<String, String> client(Loaded<BurrowSetup> loaded) {
        return loaded.orThrow().clusters().get(0).client().values();
    }

    /** The options of the login as Kafka itself reads them. */
    private static Map<String, Object> jaas(Map<String, String> client) {
        String line = Objects.requireNonNull(client.get("sasl.jaas.config"));
        return new HashMap<>(JaasContext.loadClientContext(Map.of("sasl.jaas.config", new Password(line)))
                .configurationEntries()
                .get(0)
                .getOptions());
    }

    private static String tomlText(String text) {
        return '"'
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r")
                        .replace("\t", "\\t")
                + '"';
    }
}
