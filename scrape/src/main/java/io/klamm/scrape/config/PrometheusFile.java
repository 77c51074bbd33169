package io.klamm.scrape.config;

import io.klamm.config.Loaded;
import io.klamm.config.Section;
import io.klamm.config.YamlFile;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/**
 * A file as Prometheus has it: {@code prometheus.yml}.
 *
 * @param remoteWrites where samples are sent; none unless somebody takes them
 * @param remoteReads the stores that are asked beside ours; none unless somebody takes them
 * @param ruleFiles where rules are: paths, not relative ones, whose last part may have wildcards; none unless somebody takes them
 */
public record PrometheusFile(
        GlobalConfig global,
        List<ScrapeConfig> scrapeConfigs,
        List<RemoteWrite> remoteWrites,
        List<RemoteRead> remoteReads,
        List<String> ruleFiles) {

    /** A file that says nothing. */
    public static final PrometheusFile NOTHING =
            new PrometheusFile(GlobalConfig.DEFAULT, List.of(), List.of(), List.of(), List.of());

    private static final String WRITES = "remote_write";
    private static final String READS = "remote_read";
    private static final String RULES = "rule_files";

    public PrometheusFile {
        scrapeConfigs = List.copyOf(scrapeConfigs);
        remoteWrites = List.copyOf(remoteWrites);
        remoteReads = List.copyOf(remoteReads);
        ruleFiles = List.copyOf(ruleFiles);
    }

    /** Reads a file of which nobody takes more than scraping; its other sections are warnings. */
    public static Loaded<PrometheusFile> read(Path file) {
        return read(file, Set.of());
    }

    /**
     * Reads a file.
     *
     * @param taken sections that somebody does something with, such as {@code remote_write}; of the rest of what Prometheus knows is told that it is ignored
     */
    public static Loaded<PrometheusFile> read(Path file, Set<String> taken) {
        Path directory = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file has a directory");
        return YamlFile.readVerbatim(file).bind(section -> bind(section, directory, taken));
    }

    /**
     * Reads a file's sections.
     *
     * @param directory what relative paths are relative to
     * @param taken as in {@link #read(Path, Set)}
     */
    public static PrometheusFile bind(Section section, Path directory, Set<String> taken) {
        GlobalConfig global = GlobalConfig.bind(section.section("global"));
        NotBuilt.ignore(section, NotBuilt.FILE, taken);
        if (section.has("scrape_config_files")) {
            section.ignore("scrape_config_files");
            section.problem("scrape_config_files", "not built in Klamm (expected: all jobs in scrape_configs)");
        }
        Set<String> names = new HashSet<>();
        List<ScrapeConfig> configs = section.sections("scrape_configs", item -> {
            ScrapeConfig config = ScrapeConfig.bind(item, global, directory);
            if (!names.add(config.jobName())) {
                item.problem("job_name", "found multiple scrape configs with job name \"" + config.jobName() + "\"");
            }
            return config;
        });
        return new PrometheusFile(
                global,
                configs,
                remotes(section, WRITES, taken, item -> RemoteWrite.bind(item, directory), RemoteWrite::name),
                remotes(section, READS, taken, item -> RemoteRead.bind(item, directory), RemoteRead::name),
                ruleFiles(section, directory, taken));
    }

    private static List<String> ruleFiles(Section section, Path directory, Set<String> taken) {
        if (!taken.contains(RULES)) {
            return List.of();
        }
        return section.strings(RULES, List.of()).stream()
                .map(pattern -> pattern.startsWith("/") ? pattern : directory + "/" + pattern)
                .toList();
    }

    private static <T> List<T> remotes(
            Section section, String key, Set<String> taken, Function<Section, T> binder, Function<T, String> name) {
        if (!taken.contains(key)) {
            return List.of();
        }
        Set<String> names = new HashSet<>();
        return section.sections(key, item -> {
            T remote = binder.apply(item);
            if (!names.add(name.apply(remote))) {
                item.problem("name", name.apply(remote) + " (expected: a name of its own)");
            }
            return remote;
        });
    }
}
