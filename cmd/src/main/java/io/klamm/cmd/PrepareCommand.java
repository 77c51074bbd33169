package io.klamm.cmd;

import io.klamm.cmd.server.Server;
import io.klamm.cmd.server.ServerSettings;
import io.klamm.config.Environment;
import io.klamm.config.YamlFile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;

/**
 * {@code klamm prepare}: walks through a start of the server, so that the JVM can write down which classes that takes (the start script asks it to).
 *
 * <p>Nothing is watched: the one cluster is a port at which nobody listens.
 */
@Command(
        name = "prepare",
        description = "Makes the archive that shortens each start; once for each Java and each version.")
final class PrepareCommand extends Subcommand {

    private static final String NOBODY = """
            listen: 127.0.0.1:0
            clusters: [{name: nobody, bootstrap-servers: '127.0.0.1:1', interval: 1s}]
            """;

    @Override
    public Integer call() throws IOException, InterruptedException {
        ServerSettings settings = YamlFile.parse("prepare", NOBODY, Environment.ofProcess())
                .bind(root ->
                        ServerSettings.bind(root, Path.of(System.getProperty("java.io.tmpdir")), Optional.empty()))
                .orThrow();
        try (Server server = new Server(
                settings,
                () -> YamlFile.none(Environment.ofProcess()).bind(root -> settings),
                BuildInfo.version(),
                Clock.systemUTC())) {
            server.start();
            HttpClient client = HttpClient.newHttpClient();
            for (String path : List.of("/-/ready", "/metrics", "/api/klamm/v1/clusters", "/api/klamm/v1/status", "/")) {
                client.send(
                        HttpRequest.newBuilder(URI.create(server.url() + path)).build(),
                        HttpResponse.BodyHandlers.discarding());
            }
        }
        return 0;
    }
}
