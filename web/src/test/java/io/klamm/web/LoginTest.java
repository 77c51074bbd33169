package io.klamm.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server on an address that is not loopback. 0.0.0.0 is one, and is reached by way of loopback. */
class LoginTest {

    @TempDir
    Path directory;

    private final FakeViews views = new FakeViews(Readings.usual("main"));
    private WebServer server = WebServerTest.server(WebConfig.loopback(0), views, List::of);

    @AfterEach
    void close() {
        server.close();
    }

    private Client start(Optional<Path> dataDir) throws IOException {
        server.close();
        server = WebServerTest.server(
                new WebConfig("0.0.0.0", 0, dataDir, List.of(), WebConfig.Limits.USUAL), views, List::of);
        server.start();
        return new Client(server);
    }

    private static int status(Client client, String user, String password) throws Exception {
        return client.get("/metrics", "Authorization", basic(user + ":" + password))
                .statusCode();
    }

    private static String basic(String credentials) {
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void login_firstStart_makesAPasswordThatWorks() throws Exception {
        Client client = start(Optional.of(directory));
        String password = server.newPassword().orElseThrow();

        assertThat(Base64.getUrlDecoder().decode(password)).hasSize(16);
        assertThat(client.get("/metrics").statusCode()).isEqualTo(401);
        assertThat(client.get("/metrics")
                        .headers()
                        .firstValue("WWW-Authenticate")
                        .orElse(""))
                .startsWith("Basic realm=");
        assertThat(status(client, "admin", password)).isEqualTo(200);
        assertThat(status(client, "admin", password)).isEqualTo(200);
        assertThat(status(client, "admin", password + "x")).isEqualTo(401);
        assertThat(status(client, "Admin", password)).isEqualTo(401);
    }

    @Test
    void login_secondStart_keepsThePassword() throws Exception {
        start(Optional.of(directory.resolve("new/data")));
        String password = server.newPassword().orElseThrow();

        Client client = start(Optional.of(directory.resolve("new/data")));

        assertThat(server.newPassword()).isEmpty();
        assertThat(status(client, "admin", password)).isEqualTo(200);
    }

    @Test
    void login_file_holdsOnlyAHashAndIsTheOwnersAlone() throws Exception {
        start(Optional.of(directory));
        Path file = directory.resolve("admin-password");

        assertThat(Files.readString(file))
                .startsWith("pbkdf2-sha256$210000$")
                .doesNotContain(server.newPassword().orElseThrow());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void login_fileUnreadable_startFails() throws Exception {
        Files.writeString(directory.resolve("admin-password"), "admin");

        assertThatThrownBy(() -> start(Optional.of(directory)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("admin-password")
                .hasMessageContaining("delete it");
    }

    @Test
    void login_withoutDataDir_isNewEachTime() throws Exception {
        start(Optional.empty());
        String first = server.newPassword().orElseThrow();
        start(Optional.empty());

        assertThat(server.newPassword()).isPresent().get().isNotEqualTo(first);
    }

    @Test
    void login_probes_areOpen() throws Exception {
        Client client = start(Optional.empty());

        assertThat(client.get("/-/healthy").statusCode()).isEqualTo(200);
        assertThat(client.get("/-/ready").statusCode()).isEqualTo(200);
        for (String target : List.of("/", "/api/klamm/v1/clusters", "/api/klamm/v1/events", "/-/healthy/x")) {
            assertThat(client.get(target).statusCode()).isEqualTo(401);
        }
        assertThat(client.send("POST", "/-/reload").statusCode()).isEqualTo(401);
    }

    @Test
    void login_manyFailures_mustWaitExceptWhoIsKnown() throws Exception {
        Client client = start(Optional.empty());
        String password = server.newPassword().orElseThrow();
        assertThat(status(client, "admin", password)).isEqualTo(200);
        for (int i = 0; i < 5; i++) {
            assertThat(status(client, "admin", "wrong" + i)).isEqualTo(401);
        }

        var refused = client.get("/metrics", "Authorization", basic("admin:wrong"));

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).contains("60");
        assertThat(status(client, "admin", password)).isEqualTo(200);
    }

    @Test
    void login_notBasic_isDenied() throws Exception {
        Client client = start(Optional.empty());

        for (String header : List.of("Bearer x", "Basic", "Basic %%%", basic("admin"))) {
            assertThat(client.get("/", "Authorization", header).statusCode()).isEqualTo(401);
        }
    }

    @Test
    void login_answersAndStatus_neverShowThePassword() throws Exception {
        Client client = start(Optional.empty());
        String password = server.newPassword().orElseThrow();
        String authorization = basic("admin:" + password);

        assertThat(client.get("/metrics", "Authorization", authorization).body())
                .doesNotContain(password);
        assertThat(client.get("/api/klamm/v1/status", "Authorization", authorization)
                        .body())
                .doesNotContain(password);
        assertThat(server.status().toString()).doesNotContain(password);
    }
}
