package io.klamm.cmd.alerting;

import io.klamm.config.Loaded;
import io.klamm.config.Section;
import io.klamm.config.ShownYaml;
import io.klamm.config.YamlFile;
import io.klamm.notifier.channel.ReceiversConfig;
import io.klamm.notifier.config.NotifierConfig;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * Who is told, and how.
 *
 * @param routes who is told of what, and when
 * @param receivers how they are told
 * @param shown the same as YAML, without secrets
 */
public record NotifierSettings(NotifierConfig routes, ReceiversConfig receivers, String shown) {

    private static final String FILE = "alertmanager-config";
    private static final String NOBODY = "route: {receiver: nobody}\nreceivers:\n- name: nobody\n";

    /** Alerts are seen, and nobody is told. */
    public static final NotifierSettings NONE = YamlFile.parseVerbatim("nobody", NOBODY)
            .bind(root -> bind(root, Path.of(""), NOBODY))
            .orThrow();

    /** Reads the file that the section names; its problems are noted in the section. */
    static NotifierSettings bind(Section section) {
        Optional<String> file = section.optionalString(FILE);
        if (file.isEmpty()) {
            return NONE;
        }
        Loaded<NotifierSettings> loaded = read(Path.of(file.get()));
        loaded.problems().forEach(problem -> section.problem(FILE, problem.text()));
        loaded.warnings().forEach(warning -> section.warning(FILE, warning.text()));
        return loaded.value().orElse(NONE);
    }

    /** Reads an alertmanager.yml. */
    public static Loaded<NotifierSettings> read(Path file) {
        Path directory = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file has a directory");
        return YamlFile.readVerbatim(file)
                .bind(root -> bind(root, directory, ShownYaml.ofFile(file, key -> key.endsWith("url"))));
    }

    private static NotifierSettings bind(Section root, Path directory, String shown) {
        return new NotifierSettings(NotifierConfig.bind(root), ReceiversConfig.bind(root, directory), shown);
    }
}
