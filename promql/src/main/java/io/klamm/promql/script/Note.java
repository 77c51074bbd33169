package io.klamm.promql.script;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a message has to be: a text, an expression that matches somewhere in it, or anything. */
record Note(@Nullable String text, @Nullable Pattern pattern) {

    static final Note ANY = new Note(null, null);

    boolean matches(String message) {
        if (pattern != null) {
            return pattern.matcher(message).find();
        }
        return text == null || text.equals(message);
    }

    @Override
    public String toString() {
        if (pattern != null) {
            return "regex: " + pattern;
        }
        return text == null ? "any" : text;
    }
}
