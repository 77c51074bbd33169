package io.klamm.cmd.server;

import io.klamm.cmd.burrow.BurrowSetup;
import io.klamm.config.Section;
import io.klamm.kafka.ClusterConfig;
import io.klamm.web.WebConfig;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that {@code klamm.yaml} says, or a configuration of Burrow.
 *
 * @param web where to listen
 * @param clusters what to watch, in this order; at least one
 * @param burrow what a configuration of Burrow asks for besides; empty where there is none
 */
public record ServerSettings(WebConfig web, List<ClusterConfig> clusters, Optional<BurrowSetup> burrow) {

    public ServerSettings {
        clusters = List.copyOf(clusters);
    }

    /**
     * Reads the whole file; every problem is noted in the section.
     *
     * @param dataDir where data is kept when the file does not say
     * @param listen {@code host:port} that wins over the file's
     */
    public static ServerSettings bind(Section root, Path dataDir, Optional<String> listen) {
        Path directory = root.optionalString("data-dir").map(Path::of).orElse(dataDir);
        WebConfig web = WebConfig.bind(root, Optional.of(directory));
        if (listen.isPresent()) {
            web = web.listeningAt(listen.get());
        }
        List<Section> sections = root.sections("clusters");
        if (sections.isEmpty()) {
            root.problem("clusters", "none (expected: at least one, with name and bootstrap-servers)");
        }
        Set<String> names = new HashSet<>();
        for (Section section : sections) {
            section.optionalString("name")
                    .filter(name -> !names.add(name))
                    .ifPresent(name -> section.refuse("name", "a name of its own"));
        }
        return new ServerSettings(
                web, sections.stream().map(ClusterConfig::bind).toList(), Optional.empty());
    }

    /**
     * Takes what a configuration of Burrow asks for; Klamm's own address is on loopback unless {@code listen} says otherwise.
     *
     * @param dataDir where data is kept
     * @param listen {@code host:port}
     * @throws IllegalArgumentException when {@code listen} is not of that form
     */
    public static ServerSettings of(BurrowSetup burrow, Path dataDir, Optional<String> listen) {
        WebConfig loopback = WebConfig.loopback(WebConfig.DEFAULT_PORT);
        WebConfig web = new WebConfig(
                loopback.host(), loopback.port(), Optional.of(dataDir), loopback.hostNames(), loopback.limits());
        return new ServerSettings(listen.map(web::listeningAt).orElse(web), burrow.clusters(), Optional.of(burrow));
    }
}
