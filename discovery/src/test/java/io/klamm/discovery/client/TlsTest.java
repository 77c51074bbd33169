package io.klamm.discovery.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.klamm.config.YamlFile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** {@code tls_config} against real servers: one at "metrics.example" and "127.0.0.1", one that asks clients for a certificate. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TlsTest {

    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private Path folder;
    private final ExecutorService executor = Executors.newFixedThreadPool(2);
    private WebServer server;
    private WebServer strict;
    private WebServer named;

    @BeforeAll
    void start(@TempDir Path directory) throws IOException, GeneralSecurityException {
        folder = directory;
        Path pairs = Path.of("src/test/resources/tls");
        try (DirectoryStream<Path> files = Files.newDirectoryStream(pairs)) {
            for (Path file : files) {
                Files.copy(file, folder.resolve(file.getFileName().toString()));
            }
        }
        server = WebServer.tls(Keys.server(folder, "server", "client"), false);
        strict = WebServer.tls(Keys.server(folder, "server", "client"), true);
        named = WebServer.tls(Keys.server(folder, "named", "client"), false);
        server.on("/", exchange -> WebServer.answer(exchange, 200, "open"));
        strict.on("/", exchange -> WebServer.answer(exchange, 200, "strict"));
        named.on("/", exchange -> WebServer.answer(exchange, 200, "named"));
    }

    @AfterAll
    void stop() {
        server.close();
        strict.close();
        named.close();
        executor.shutdownNow();
    }

    @Test
    void fetch_unknownAuthority_isRefused() {
        assertThat(fetch("{}", server.uri("/"))).startsWith("tls: ");
    }

    @Test
    void fetch_authorityOfTheConfiguration_isTrusted() throws IOException {
        assertThat(fetch("{ca_file: server.crt}", server.uri("/"))).isEqualTo("200");
        assertThat(fetch("{ca_file: server.crt, min_version: TLS13}", server.uri("/")))
                .isEqualTo("200");
        String inline = Files.readString(folder.resolve("server.crt")).indent(4);
        assertThat(fetch("\n  ca: |\n" + inline, server.uri("/"))).isEqualTo("200");
    }

    @Test
    void fetch_anotherName_isRefusedUnlessItIsTheOneThatIsMeant() {
        assertThat(fetch("{ca_file: named.crt}", named.uri("/"))).startsWith("tls: ");
        assertThat(fetch("{ca_file: named.crt, server_name: metrics.example}", named.uri("/")))
                .isEqualTo("200");
        assertThat(fetch("{ca_file: named.crt, server_name: metrics.example}", named.uri("localhost", "/")))
                .isEqualTo("200");
        assertThat(fetch("{ca_file: named.crt, server_name: other.example}", named.uri("/")))
                .startsWith("tls: ");
        assertThat(fetch("{ca_file: server.crt, server_name: other.example}", server.uri("localhost", "/")))
                .as("the name that is asked does not count any more")
                .startsWith("tls: ");
    }

    @Test
    void fetch_anything_isTrustedIfToldSo() {
        assertThat(fetch("{insecure_skip_verify: true}", server.uri("/"))).isEqualTo("200");
        assertThat(fetch("{insecure_skip_verify: true}", named.uri("/"))).isEqualTo("200");
    }

    @Test
    void fetch_clientCertificate_isShown() {
        assertThat(fetch("{ca_file: server.crt}", strict.uri("/"))).isNotEqualTo("200");
        assertThat(fetch("{ca_file: server.crt, cert_file: client.crt, key_file: client.key}", strict.uri("/")))
                .isEqualTo("200");
        assertThat(fetch("{ca_file: server.crt, cert_file: stranger.crt, key_file: stranger.key}", strict.uri("/")))
                .isNotEqualTo("200");
        assertThat(fetch("{ca_file: server.crt, cert_file: client.crt, key_file: client.old.key}", strict.uri("/")))
                .isEqualTo("200");
    }

    @Test
    void fetch_changedFile_isReadAgain() throws IOException {
        Path ca = folder.resolve("changing.crt");
        Files.copy(folder.resolve("named.crt"), ca);
        Files.setLastModifiedTime(ca, FileTime.from(Instant.ofEpochSecond(1_000)));
        JdkHttpFetcher fetcher = fetcher("{ca_file: changing.crt}");
        assertThat(outcome(fetcher, server.uri("/"))).startsWith("tls: ");
        Files.writeString(ca, Files.readString(folder.resolve("server.crt")));
        assertThat(outcome(fetcher, server.uri("/"))).isEqualTo("200");
    }

    @Test
    void fetch_filesThatCannotBeUsed_areNamed() throws IOException {
        Files.writeString(folder.resolve("empty.pem"), "nothing");
        String file = folder.resolve("empty.pem").toString();
        assertThat(fetch("{ca_file: missing.pem}", server.uri("/")))
                .isEqualTo(folder.resolve("missing.pem") + ": no such file");
        assertThat(fetch("{ca_file: empty.pem}", server.uri("/"))).startsWith(file + ": no");
        assertThat(fetch("{cert_file: client.crt, key_file: empty.pem}", server.uri("/")))
                .isEqualTo(file + ": no private key (expected: PEM with BEGIN PRIVATE KEY)");
    }

    @Test
    void key_ofTheOlderForms_isTheSameKey() throws IOException {
        assertThat(((RSAPrivateKey) key("client.old.key")).getPrivateExponent())
                .isEqualTo(((RSAPrivateKey) key("client.key")).getPrivateExponent());
        assertThat(((ECPrivateKey) key("stranger.old.key")).getS())
                .isEqualTo(((ECPrivateKey) key("stranger.key")).getS());
        Path broken = Files.writeString(folder.resolve("broken.key"), """
                -----BEGIN EC PRIVATE KEY-----
                MHcCAQEEIIrYSSNQFaA2
                -----END EC PRIVATE KEY-----
                """);
        assertThatThrownBy(() -> key("broken.key"))
                .isInstanceOf(IOException.class)
                .hasMessage(broken + ": not an EC private key (expected: one that names its curve)");
    }

    private PrivateKey key(String file) throws IOException {
        return Pem.key(new TlsConfig.PemSource.InFile(folder.resolve(file)));
    }

    @Test
    void bind_partsThatDoNotFit_areProblems() {
        assertThat(problems("tls_config: {cert_file: a}")).contains("exactly one of key or key_file");
        assertThat(problems("tls_config: {ca_file: a, ca: b}")).contains("at most one of ca and ca_file");
        assertThat(problems("tls_config: {min_version: TLS13, max_version: TLS12}"))
                .contains("less than min_version");
        assertThat(problems("tls_config: {insecure_skip_verfy: true}")).contains("did you mean insecure_skip_verify?");
        assertThat(problems("{basic_auth: {username: a, password: p1, password_file: b}}"))
                .contains("at most one of password & password_file must be configured")
                .doesNotContain("p1");
        assertThat(problems("{basic_auth: {username: a}, authorization: {credentials: b}}"))
                .contains("at most one of basic_auth, oauth2 & authorization must be configured");
        assertThat(problems("{bearer_token: a, bearer_token_file: b}"))
                .contains("at most one of bearer_token & bearer_token_file must be configured");
        assertThat(problems("authorization: {type: Basic, credentials: b}"))
                .contains("authorization type cannot be set to \"basic\", use \"basic_auth\" instead");
        assertThat(problems("{oauth2: {client_id: a}, proxy_from_environment: true, proxy_url: 'socks5://a'}"))
                .contains("oauth2: not built in Klamm")
                .contains("proxy_from_environment: not built in Klamm")
                .contains("expected: an address such as http://proxy:3128");
        assertThat(problems("http_headers: {Host: {values: [a]}}")).contains("a header that is set otherwise");
    }

    private String problems(String config) {
        return YamlFile.parseVerbatim("p.yml", config)
                .bind(section -> HttpConfig.bind(section, folder))
                .text();
    }

    private JdkHttpFetcher fetcher(String tls) {
        HttpConfig config = YamlFile.parseVerbatim("p.yml", "tls_config: " + tls)
                .bind(section -> HttpConfig.bind(section, folder))
                .orThrow();
        return new JdkHttpFetcher(config, executor);
    }

    private String fetch(String tls, URI uri) {
        return outcome(fetcher(tls), uri);
    }

    private static String outcome(JdkHttpFetcher fetcher, URI uri) {
        Fetched fetched =
                fetcher.fetch(new HttpRequestSpec(uri, Map.of(), DEADLINE, 0)).join();
        return fetched instanceof Fetched.Failed failed
                ? failed.reason()
                : String.valueOf(((Fetched.Answer) fetched).status());
    }
}
