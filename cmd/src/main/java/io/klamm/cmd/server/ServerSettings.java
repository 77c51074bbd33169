package io.klamm.cmd.server;

import io.klamm.config.Section;
import io.klamm.kafka.ClusterConfig;
import io.klamm.web.WebConfig;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that {@code klamm.yaml} says.
 *
 * @param web where to listen
 * @param clusters what to watch, in this order; at least one
 */
public record ServerSettings(WebConfig web, List<ClusterConfig> clusters) {

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
                web, sections.stream().map(ClusterConfig::bind).toList());
    }
}
