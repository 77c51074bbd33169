package io.klamm.config;

import io.klamm.config.Node.Scalar;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * Whose file is read, and so what its texts mean.
 *
 * @param manner how the file is read
 * @param prefix what names of variables that win over the file begin with; empty when none do
 */
record Dialect(Manner manner, Optional<String> prefix) {

    /** The ways of reading. */
    enum Manner {
        /** Our own file, strictly: variables are filled in, {@code file:} names a secret's file, an empty value is a mistake. */
        OWN,
        /**
         * A file that another program reads as strictly as we do ours, such as prometheus.yml: keys as they are, unknown ones are mistakes; but a text is what
         * it is, a null is an absent value, and aliases, merged sections and the boolean words of YAML 1.1 are known.
         */
        VERBATIM,
        /**
         * Another program's file, as leniently as that program reads it: keys in any case, an empty value is an absent one, a text is what it is, a key that
         * nobody knows is a warning, and a variable of the environment may win over the file.
         */
        FOREIGN
    }

    static final Dialect OWN = new Dialect(Manner.OWN, Optional.empty());

    static final Dialect VERBATIM = new Dialect(Manner.VERBATIM, Optional.empty());

    static final Dialect FOREIGN = new Dialect(Manner.FOREIGN, Optional.empty());

    static Dialect foreign(String prefix) {
        return new Dialect(Manner.FOREIGN, Optional.of(prefix));
    }

    /** Whether {@code ${NAME}} and {@code file:} mean something. */
    boolean own() {
        return manner == Manner.OWN;
    }

    /** Whether keys are found in any case, unknown ones are warnings, and a text may stand for a list. */
    boolean lenient() {
        return manner == Manner.FOREIGN;
    }

    /** Whether a value that is written means that there is none. */
    boolean absent(Scalar value) {
        return switch (manner) {
            case OWN -> false;
            case VERBATIM -> value.isNull();
            case FOREIGN -> value.isNull() || value.text().isEmpty();
        };
    }

    /** Whether {@code *name} stands for what {@code &name} was, and {@code <<} takes in a section. */
    boolean aliases() {
        return manner == Manner.VERBATIM;
    }

    Format<Boolean> booleans() {
        return manner == Manner.VERBATIM ? Formats.BOOL_OF_YAML_1_1 : Formats.BOOL;
    }

    Comparator<String> keyOrder() {
        return lenient() ? String.CASE_INSENSITIVE_ORDER : Comparator.naturalOrder();
    }

    /** The variable that wins over the value at this path, such as {@code BURROW_CLUSTER_LIVE_OFFSET_REFRESH} for {@code cluster.live.offset-refresh}. */
    Optional<String> variable(String path) {
        return prefix.map(known -> (known + "_" + path.replace("[\"", ".").replace("\"]", ""))
                .replace('.', '_')
                .replace('-', '_')
                .toUpperCase(Locale.ROOT));
    }
}
