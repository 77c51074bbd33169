package io.klamm.cmd.server;

import io.klamm.cmd.alerting.AlertingSettings;
import io.klamm.cmd.burrow.BurrowSetup;
import io.klamm.cmd.store.StoreSettings;
import io.klamm.collector.zookeeper.ZooKeeperConfig;
import io.klamm.config.Format;
import io.klamm.config.Loaded;
import io.klamm.config.Parsed;
import io.klamm.config.Section;
import io.klamm.kafka.ClusterConfig;
import io.klamm.kafka.NameFilter;
import io.klamm.lag.LagSettings;
import io.klamm.scrape.config.PrometheusFile;
import io.klamm.web.WebConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Everything that {@code klamm.yaml} says, or a configuration of Burrow.
 *
 * @param web where to listen
 * @param store where time series are kept
 * @param scraping what to scrape, as a prometheus.yml says it; empty where there is none
 * @param alerting by which rules people are warned, and who is told
 * @param watched what to watch, in this order; at least one where nothing is scraped
 * @param burrow what a configuration of Burrow asks for besides; empty where there is none
 */
public record ServerSettings(
        WebConfig web,
        StoreSettings store,
        Optional<PrometheusFile> scraping,
        AlertingSettings alerting,
        List<ClusterSettings> watched,
        Optional<BurrowSetup> burrow) {

    private static final String PROMETHEUS = "prometheus-config";
    private static final Set<String> TAKEN = Set.of("remote_write", "remote_read", "rule_files");
    private static final Duration SESSION = Duration.ofSeconds(30);

    /** A pattern for whole names. */
    public static final Format<Predicate<String>> NAMES = Format.explained(
            NameFilter.PATTERN.expected(),
            text -> NameFilter.PATTERN.parse(text) instanceof Parsed.Bad<?> bad
                    ? Parsed.bad(bad.expected())
                    : Parsed.good(NameFilter.of(List.of(text), List.of())::accepts));

    public ServerSettings {
        watched = List.copyOf(watched);
    }

    /** Reads only by what settings groups are judged, also from a file that says nothing else; every problem is noted in the section. */
    public static LagSettings lag(Section root, Path dataDir) {
        if (root.has("clusters")) {
            ServerSettings all = bind(root, dataDir, Optional.empty());
            return all.watched().isEmpty()
                    ? LagSettings.DEFAULT
                    : all.watched().get(0).lag();
        }
        HistorySettings.bind(root.section("lag").section("history"), dataDir);
        return LagSettings.bind(root.section("lag"), NAMES);
    }

    /** How the clusters are read. */
    public List<ClusterConfig> clusters() {
        return watched.stream().map(ClusterSettings::kafka).toList();
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
        Section lag = root.section("lag");
        LagSettings settings = LagSettings.bind(lag, NAMES);
        HistorySettings history = HistorySettings.bind(lag.section("history"), directory);
        BurrowWindow window = BurrowWindow.bind(root.section("burrow"));
        List<ClusterSettings> clusters = clusters(root).stream()
                .map(section -> new ClusterSettings(
                        ClusterConfig.bind(section),
                        settings,
                        window,
                        history,
                        section.sections("zookeeper-offsets", each -> zooKeeper(section, each))))
                .toList();
        Optional<PrometheusFile> prometheus = prometheus(root);
        StoreSettings store = StoreSettings.bind(root.section("storage"), directory, prometheus);
        AlertingSettings alerting = AlertingSettings.bind(root.section("alerting"), prometheus);
        return new ServerSettings(web, store, prometheus, alerting, clusters, Optional.empty());
    }

    /** What the file that {@code prometheus-config} names says of scraping and of remote stores; its problems are the file's own. */
    private static Optional<PrometheusFile> prometheus(Section root) {
        Optional<Loaded<PrometheusFile>> loaded =
                root.optionalString(PROMETHEUS).map(file -> PrometheusFile.read(Path.of(file), TAKEN));
        loaded.ifPresent(file -> {
            file.problems().forEach(problem -> root.problem(PROMETHEUS, problem.text()));
            file.warnings().forEach(warning -> root.warning(PROMETHEUS, warning.text()));
        });
        return loaded.flatMap(Loaded::value);
    }

    private static List<Section> clusters(Section root) {
        List<Section> sections = root.sections("clusters");
        if (sections.isEmpty() && !root.has(PROMETHEUS)) {
            root.problem("clusters", "none (expected: at least one, with name and bootstrap-servers)");
        }
        Set<String> names = new HashSet<>();
        for (Section section : sections) {
            section.optionalString("name")
                    .filter(name -> !names.add(name))
                    .ifPresent(name -> section.refuse("name", "a name of its own"));
        }
        return sections;
    }

    private static ClusterSettings.ZooKeeperSource zooKeeper(Section cluster, Section section) {
        return new ClusterSettings.ZooKeeperSource(
                new ZooKeeperConfig(
                        cluster.optionalString("name").orElse(""),
                        section.string("servers"),
                        section.string("path", ""),
                        section.duration("session-timeout", SESSION),
                        section.optionalSecret("login")),
                new NameFilter(
                        section.section("groups").list("include", NameFilter.PATTERN, List.of()),
                        section.section("groups").list("exclude", NameFilter.PATTERN, List.of())));
    }

    /**
     * Takes what a configuration of Burrow asks for; Klamm's own address is on loopback unless {@code listen} says otherwise.
     *
     * @param dataDir where data is kept
     * @param listen {@code host:port}
     * @throws IllegalArgumentException when {@code listen} is not of that form
     */
    public static ServerSettings of(BurrowSetup burrow, Path dataDir, Optional<String> listen) {
        return new FromBurrow(burrow, dataDir).settings(listen);
    }
}
