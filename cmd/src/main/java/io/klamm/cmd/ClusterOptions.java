package io.klamm.cmd;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which cluster of which running server a sub-command asks. */
final class ClusterOptions {

    @Mixin
    private final ServerOptions server = new ServerOptions();

    @Option(names = "--cluster", paramLabel = "NAME", description = "with --url: which cluster (default: the first)")
    private @Nullable String cluster;

    /** Whether a server is named, so that it is to be asked and not the brokers. */
    boolean given() {
        return server.url != null;
    }

    /** The cluster, at the usual address where none is given. */
    ServedCluster cluster(Map<String, String> environment) {
        return new ServedCluster(server.api(ServerOptions.DEFAULT_URL, environment), cluster);
    }
}
