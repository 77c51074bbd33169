package io.klamm.config;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Fills in {@code ${NAME}} and {@code ${NAME:-default}}; a second dollar sign in front stands for the literal text. */
final class Expansion {

    static final String EXPECTED = "${NAME} or ${NAME:-default}, $${ for a literal ${";

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private Expansion() {}

    /** The text with all variables filled in; nothing when one is missing or badly written, which is told in words that hold no value. */
    static Optional<String> expand(String text, Environment environment, Consumer<String> problem) {
        StringBuilder expanded = new StringBuilder();
        boolean good = true;
        int next = 0;
        while (next < text.length()) {
            int start = text.indexOf("${", next);
            if (start < 0) {
                break;
            }
            if (start > next && text.charAt(start - 1) == '$') {
                expanded.append(text, next, start - 1).append("${");
                next = start + 2;
                continue;
            }
            int end = text.indexOf('}', start);
            if (end < 0) {
                problem.accept("${ without } (expected: " + EXPECTED + ")");
                return Optional.empty();
            }
            expanded.append(text, next, start);
            Optional<String> value = variable(text.substring(start + 2, end), environment, problem);
            value.ifPresent(expanded::append);
            good &= value.isPresent();
            next = end + 1;
        }
        expanded.append(text, Math.min(next, text.length()), text.length());
        return good ? Optional.of(expanded.toString()) : Optional.empty();
    }

    /** Whether the text has anything to fill in. */
    static boolean concerns(String text) {
        return text.contains("${");
    }

    private static Optional<String> variable(String inside, Environment environment, Consumer<String> problem) {
        int split = inside.indexOf(":-");
        String name = split < 0 ? inside : inside.substring(0, split);
        if (!NAME.matcher(name).matches() || inside.contains("${")) {
            problem.accept("a variable that is badly written (expected: " + EXPECTED + ")");
            return Optional.empty();
        }
        Optional<String> value = environment.variable(name);
        if (split >= 0) {
            // As in a shell, :- also stands in for a variable that is set to nothing.
            return Optional.of(value.filter(set -> !set.isEmpty()).orElse(inside.substring(split + 2)));
        }
        if (value.isEmpty()) {
            problem.accept("the environment variable " + name + " is not set (expected: a value, or ${" + name
                    + ":-default})");
        }
        return value;
    }
}
