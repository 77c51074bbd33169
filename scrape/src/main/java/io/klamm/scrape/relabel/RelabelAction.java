package io.klamm.scrape.relabel;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a rule does. */
public enum RelabelAction {
    /** Writes a label if the regex matches. */
    REPLACE,
    /** Keeps what the regex matches. */
    KEEP,
    /** Drops what the regex matches. */
    DROP,
    /** Keeps what has the source labels' value in the target label. */
    KEEPEQUAL,
    /** Drops what has the source labels' value in the target label. */
    DROPEQUAL,
    /** Writes the remainder of a hash. */
    HASHMOD,
    /** Copies the labels whose names match to names made of them. */
    LABELMAP,
    /** Drops the labels whose names match. */
    LABELDROP,
    /** Keeps only the labels whose names match. */
    LABELKEEP,
    /** Writes the value in small letters. */
    LOWERCASE,
    /** Writes the value in capital letters. */
    UPPERCASE;

    /** The word in a configuration: {@code labelmap}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<String> words() {
        return Arrays.stream(values()).map(RelabelAction::word).toList();
    }

    /** The action of a word, whatever its case. */
    static Optional<RelabelAction> ofWord(String word) {
        return Arrays.stream(values())
                .filter(action -> action.word().equalsIgnoreCase(word))
                .findFirst();
    }
}
