package io.klamm.config;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * Whose file is read: ours, strictly, or another program's, the way that program reads it.
 *
 * <p>In another program's file keys are found in any case, an empty value is an absent one, a text is what it is ({@code ${NAME}} and {@code
 * file:} mean nothing), a key that nobody knows is a warning, and a variable of the environment wins over the file.
 *
 * @param own whether it is ours
 * @param prefix what names of variables that win over the file begin with; empty when none do
 */
record Dialect(boolean own, Optional<String> prefix) {

    static final Dialect OWN = new Dialect(true, Optional.empty());

    static final Dialect FOREIGN = new Dialect(false, Optional.empty());

    static Dialect foreign(String prefix) {
        return new Dialect(false, Optional.of(prefix));
    }

    Comparator<String> keyOrder() {
        return own ? Comparator.naturalOrder() : String.CASE_INSENSITIVE_ORDER;
    }

    /** The variable that wins over the value at this path, such as {@code BURROW_CLUSTER_LIVE_OFFSET_REFRESH} for {@code cluster.live.offset-refresh}. */
    Optional<String> variable(String path) {
        return prefix.map(known -> (known + "_" + path.replace("[\"", ".").replace("\"]", ""))
                .replace('.', '_')
                .replace('-', '_')
                .toUpperCase(Locale.ROOT));
    }
}
