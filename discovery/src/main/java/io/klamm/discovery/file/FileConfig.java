package io.klamm.discovery.file;

import io.klamm.config.Section;
import io.klamm.discovery.group.SourceConfig;
import io.klamm.discovery.group.SourceContext;
import io.klamm.discovery.group.TargetSource;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Targets from files: an item of {@code file_sd_configs}.
 *
 * @param files JSON or YAML files; the last part of a path may have one star
 * @param refreshInterval after which files are read again even if they look unchanged
 */
public record FileConfig(List<Path> files, Duration refreshInterval) implements SourceConfig {

    private static final Duration REFRESH = Duration.ofMinutes(5);
    private static final Pattern PATH = Pattern.compile("[^*]*(\\*[^/]*)?\\.(json|yml|yaml|JSON|YML|YAML)");

    public FileConfig {
        files = List.copyOf(files);
    }

    /**
     * One item; problems are noted in the section.
     *
     * @param directory what relative paths are relative to
     */
    public static FileConfig bind(Section section, Path directory) {
        List<String> written = section.strings("files");
        if (written.isEmpty()) {
            section.problem("files", "file service discovery config must contain at least one path name");
        }
        List<Path> files = written.stream()
                .flatMap(path -> path(path, section, directory).stream())
                .toList();
        return new FileConfig(files, section.duration("refresh_interval", REFRESH));
    }

    private static Optional<Path> path(String written, Section section, Path directory) {
        try {
            if (PATH.matcher(written).matches()) {
                return Optional.of(directory.resolve(written));
            }
        } catch (InvalidPathException notAPath) {
            // Told below, as what it is: a path that no file can have.
        }
        section.problem(
                "files",
                "path name \"" + written
                        + "\" is not valid for file discovery (expected: a .json, .yml or .yaml file, with"
                        + " at most one * and that in its name)");
        return Optional.empty();
    }

    @Override
    public TargetSource open(SourceContext context) {
        return new FileSource(this, context);
    }
}
