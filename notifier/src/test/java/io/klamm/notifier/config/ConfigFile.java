package io.klamm.notifier.config;

import io.klamm.config.Loaded;
import io.klamm.config.YamlFile;

/** Configurations of tests, as texts. */
public final class ConfigFile {

    private ConfigFile() {}

    /** A configuration of this text, whose receivers' channels nobody reads. */
    public static Loaded<NotifierConfig> read(String yaml) {
        return YamlFile.parseVerbatim("alertmanager.yml", yaml).bind(root -> {
            root.sections("receivers").forEach(receiver -> receiver.keys().stream()
                    .filter(key -> key.endsWith("_configs"))
                    .forEach(receiver::ignore));
            return NotifierConfig.bind(root);
        });
    }

    /** A good configuration. */
    public static NotifierConfig of(String yaml) {
        return read(yaml).orThrow();
    }
}
