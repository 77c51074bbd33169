package io.klamm.template.exec;

import io.klamm.template.format.GoEscape;
import io.klamm.template.format.GoValue;
import io.klamm.template.value.Limits;
import io.klamm.template.value.Options;
import io.klamm.template.value.SafeHtml;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is written, and what it has cost; throws {@link OverLimit} where that is too much. */
final class Meter {

    private static final int CHARACTERS_A_STEP = 32;

    private final Options options;
    private final Limits limits;
    private final StringBuilder output = new StringBuilder();
    private long steps;

    Meter(Options options) {
        this.options = options;
        this.limits = options.limits();
    }

    void step() {
        charge(1);
    }

    /** Charges for moving a value. */
    void moved(@Nullable Object value) {
        if (value instanceof CharSequence text) {
            checkLength(text.length());
            charge(text.length() / CHARACTERS_A_STEP);
        } else if (value instanceof Collection<?> list) {
            charge(list.size() / CHARACTERS_A_STEP);
        } else if (value instanceof Map<?, ?> map) {
            charge(map.size() / CHARACTERS_A_STEP);
        }
    }

    private void charge(long cost) {
        steps += cost;
        if (steps > limits.steps()) {
            throw new OverLimit("too many steps: more than " + limits.steps());
        }
    }

    private void checkLength(long length) {
        if (length > limits.output()) {
            throw new OverLimit("text too long: more than " + limits.output() + " characters");
        }
    }

    void text(String text) {
        checkLength((long) output.length() + text.length());
        output.append(text);
    }

    void value(@Nullable Object value) {
        String text = value == null ? "<no value>" : GoValue.text(value);
        boolean escapes = options.escape() == Options.Escape.HTML && !(value instanceof SafeHtml);
        text(escapes ? GoEscape.html(text) : text);
    }

    String output() {
        return output.toString();
    }
}
