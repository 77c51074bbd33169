package io.klamm.rules.file;

import io.klamm.promql.parser.ParserOptions;

/**
 * How a rule file is read.
 *
 * @param legacyNames whether names are of letters, digits and underscores only, as before Prometheus 3
 * @param ownKeys whether Klamm's own keys are known, such as {@code keep_state_while_missing}
 * @param ignoreUnknown whether keys that nobody knows are passed over
 * @param parser what of PromQL is on
 */
public record RuleFileOptions(boolean legacyNames, boolean ownKeys, boolean ignoreUnknown, ParserOptions parser) {

    /** What Prometheus takes without flags. */
    public static final RuleFileOptions STANDARD = new RuleFileOptions(false, false, false, ParserOptions.STANDARD);

    /** What Prometheus takes, and Klamm's own keys. */
    public static final RuleFileOptions OWN = STANDARD.withOwnKeys();

    public RuleFileOptions withLegacyNames() {
        return new RuleFileOptions(true, ownKeys, ignoreUnknown, parser);
    }

    public RuleFileOptions withOwnKeys() {
        return new RuleFileOptions(legacyNames, true, ignoreUnknown, parser);
    }

    public RuleFileOptions withIgnoreUnknown() {
        return new RuleFileOptions(legacyNames, ownKeys, true, parser);
    }

    public RuleFileOptions withParser(ParserOptions newParser) {
        return new RuleFileOptions(legacyNames, ownKeys, ignoreUnknown, newParser);
    }
}
