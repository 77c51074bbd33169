package io.klamm.rules.file;

import io.klamm.promql.parser.ParserOptions;

/**
 * How a rule file is read.
 *
 * @param legacyNames whether names are of letters, digits and underscores only, as before Prometheus 3
 * @param ownKeys whether Klamm's own keys are known, such as {@code keep_state_while_missing}
 * @param ignoreUnknown whether keys that nobody knows are passed over
 * @param keepWhileMissing whether alerts stay as they are while data are missing, where the file says nothing
 * @param parser what of PromQL is on
 */
public record RuleFileOptions(
        boolean legacyNames, boolean ownKeys, boolean ignoreUnknown, boolean keepWhileMissing, ParserOptions parser) {

    /** What Prometheus takes without flags. */
    public static final RuleFileOptions STANDARD =
            new RuleFileOptions(false, false, false, false, ParserOptions.STANDARD);

    /** What Prometheus takes, and Klamm's own keys. */
    public static final RuleFileOptions OWN = STANDARD.withOwnKeys();

    /** How the Kafka pack is read: Klamm's own keys are known, and alerts stay as they are while data are missing. */
    public static final RuleFileOptions PACK = OWN.withKeepWhileMissing();

    public RuleFileOptions withKeepWhileMissing() {
        return new RuleFileOptions(legacyNames, ownKeys, ignoreUnknown, true, parser);
    }

    public RuleFileOptions withLegacyNames() {
        return new RuleFileOptions(true, ownKeys, ignoreUnknown, keepWhileMissing, parser);
    }

    public RuleFileOptions withOwnKeys() {
        return new RuleFileOptions(legacyNames, true, ignoreUnknown, keepWhileMissing, parser);
    }

    public RuleFileOptions withIgnoreUnknown() {
        return new RuleFileOptions(legacyNames, ownKeys, true, keepWhileMissing, parser);
    }

    public RuleFileOptions withParser(ParserOptions newParser) {
        return new RuleFileOptions(legacyNames, ownKeys, ignoreUnknown, keepWhileMissing, newParser);
    }
}
