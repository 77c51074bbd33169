package io.klamm.cmd;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.klamm.cmd.burrow.BurrowSettings;
import io.klamm.cmd.burrow.BurrowSetup;
import io.klamm.cmd.server.ServerSettings;
import io.klamm.config.Environment;
import io.klamm.config.Loaded;
import io.klamm.config.YamlFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The server's settings from a file, from the command line, or from both; read anew each time. */
final class SettingsOptions {

    private static final Path DEFAULT_FILE = Path.of("klamm.yaml");

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "klamm.yaml (default: ./klamm.yaml, where no --bootstrap-servers is given)")
    private @Nullable Path config;

    @Option(
            names = "--burrow-config",
            paramLabel = "PATH",
            description = "a configuration of Burrow, or a directory with burrow.toml, .yaml, .yml or .json")
    private @Nullable Path burrowConfig;

    @Option(
            names = "--config.file",
            paramLabel = "FILE",
            description = "a prometheus.yml, whose jobs are scraped; alone, or with --bootstrap-servers")
    private @Nullable Path prometheus;

    @Option(names = "--listen", paramLabel = "HOST:PORT", description = "where to listen (default: 127.0.0.1:8080)")
    private @Nullable String listen;

    @Mixin
    private final KafkaOptions kafka = new KafkaOptions();

    @Mixin
    private final DataDirOption dataDir = new DataDirOption();

    Loaded<ServerSettings> load() {
        refuseTwo("--bootstrap-servers", kafka.bootstrapServers, "--config", config);
        refuseTwo("--bootstrap-servers", kafka.bootstrapServers, "--burrow-config", burrowConfig);
        refuseTwo("--config", config, "--burrow-config", burrowConfig);
        refuseTwo("--config.file", prometheus, "--burrow-config", burrowConfig);
        if (prometheus != null && config != null) {
            throw new UserException(
                    "--config.file and --config: both (expected: one of them; " + config
                            + " may have prometheus-config: FILE)",
                    UserException.USAGE);
        }
        if (burrowConfig != null) {
            return fromBurrow(BurrowSettings.load(burrowConfig, Environment.ofProcess()));
        }
        if (kafka.bootstrapServers == null && prometheus == null) {
            return bind(YamlFile.read(file(), Environment.ofProcess()));
        }
        return bind(YamlFile.parse("(command line)", commandLineAsYaml(), Environment.ofProcess()));
    }

    private static void refuseTwo(String one, @Nullable Object first, String other, @Nullable Object second) {
        if (first != null && second != null) {
            throw new UserException(one + " and " + other + ": both (expected: one of them)", UserException.USAGE);
        }
    }

    private Loaded<ServerSettings> fromBurrow(Loaded<BurrowSetup> loaded) {
        return new Loaded<>(loaded.value().map(this::settings), loaded.problems(), loaded.warnings());
    }

    private ServerSettings settings(BurrowSetup setup) {
        try {
            return ServerSettings.of(setup, dataDir.path(), Optional.ofNullable(listen));
        } catch (IllegalArgumentException wrongAddress) {
            throw new UserException(String.valueOf(wrongAddress.getMessage()), UserException.USAGE);
        }
    }

    private Path file() {
        if (config != null) {
            return config;
        }
        if (!Files.exists(DEFAULT_FILE)) {
            throw new UserException(
                    "nothing to watch (expected: --bootstrap-servers HOST:PORT, or --config FILE, or --config.file FILE, or --burrow-config PATH, or a klamm.yaml here)",
                    UserException.USAGE);
        }
        return DEFAULT_FILE;
    }

    private Loaded<ServerSettings> bind(YamlFile file) {
        Optional<String> override = Optional.ofNullable(listen);
        return file.bind(root -> ServerSettings.bind(root, dataDir.path(), override));
    }

    private String commandLineAsYaml() {
        StringBuilder yaml = new StringBuilder();
        if (prometheus != null) {
            yaml.append("prometheus-config: ")
                    .append(quoted(prometheus.toString()))
                    .append('\n');
        }
        if (kafka.bootstrapServers == null) {
            return yaml.toString();
        }
        yaml.append("clusters:\n- name: default\n  bootstrap-servers: ")
                .append(quoted(kafka.bootstrapServers))
                .append('\n');
        if (kafka.commandConfig != null) {
            yaml.append("  client-properties-file: ")
                    .append(quoted(kafka.commandConfig.toAbsolutePath().toString()))
                    .append('\n');
        }
        return yaml.toString();
    }

    /** A JSON string is a YAML string; what the shell has expanded already is not expanded again. */
    private static String quoted(String text) {
        try {
            return new ObjectMapper().writeValueAsString(text.replace("${", "$${"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
