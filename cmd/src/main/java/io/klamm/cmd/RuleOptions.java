package io.klamm.cmd;

import io.klamm.rules.file.RuleFileOptions;
import picocli.CommandLine.Option;

/** How rule files are read. */
final class RuleOptions {

    @Option(names = "--klamm", description = "Klamm's own keys are known, such as keep_state_while_missing")
    private boolean ownKeys;

    @Option(names = "--legacy-names", description = "names are of letters, digits and underscores only")
    private boolean legacyNames;

    @Option(names = "--ignore-unknown-fields", description = "keys that nobody knows are passed over")
    private boolean ignoreUnknown;

    RuleFileOptions file() {
        RuleFileOptions options = RuleFileOptions.STANDARD;
        options = ownKeys ? options.withOwnKeys() : options;
        options = legacyNames ? options.withLegacyNames() : options;
        return ignoreUnknown ? options.withIgnoreUnknown() : options;
    }
}
