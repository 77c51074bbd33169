package io.klamm.storage;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a label's value is compared with: a set of texts, or an RE2 expression that must match the whole value and whose dot matches line ends.
 *
 * <p>Most expressions of dashboards are lists of names, a beginning, or "anything": those need no automaton.
 */
abstract sealed class LabelPattern {

    private static final String META = "\\.+*?()|[]{}^$";

    abstract boolean matches(String value);

    /** The only values that match, if they are known. */
    Optional<List<String>> literals() {
        return Optional.empty();
    }

    /** What every value that matches begins with. */
    String prefix() {
        return "";
    }

    static LabelPattern literal(String text) {
        return new OneOf(List.of(text));
    }

    static LabelPattern regex(String expression) {
        Pattern compiled = compile(expression);
        Optional<List<String>> alternatives = alternatives(expression);
        if (alternatives.isPresent()) {
            return new OneOf(alternatives.get());
        }
        if (expression.equals(".*") || expression.equals(".+")) {
            return new Anything(expression.equals(".+"));
        }
        String prefix = literalStart(expression);
        String rest = expression.substring(prefix.length());
        if (rest.equals(".*")) {
            return new Beginning(prefix);
        }
        boolean certain = !expression.contains("|") && !"*?{".contains(rest.isEmpty() ? " " : rest.substring(0, 1));
        return new Expression(compiled, certain ? prefix : "");
    }

    private static Pattern compile(String expression) {
        try {
            // what is good only within the anchors, as a)|(b, is none
            Pattern.compile(expression);
            return Pattern.compile("^(?s:" + expression + ")$");
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "regular expression " + expression + ": " + e.getDescription() + " (expected: RE2 syntax)", e);
        }
    }

    /** The texts of {@code a|b|c}, bare or in one pair of brackets; nothing if there is anything else in it. */
    private static Optional<List<String>> alternatives(String expression) {
        String inner = expression;
        if (inner.startsWith("(?:") && inner.endsWith(")")) {
            inner = inner.substring(3, inner.length() - 1);
        } else if (inner.startsWith("(") && !inner.startsWith("(?") && inner.endsWith(")")) {
            inner = inner.substring(1, inner.length() - 1);
        }
        List<String> texts = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < inner.length(); i++) {
            char c = inner.charAt(i);
            if (c == '\\') {
                if (++i == inner.length() || META.indexOf(inner.charAt(i)) < 0) {
                    return Optional.empty();
                }
                text.append(inner.charAt(i));
            } else if (c == '|') {
                texts.add(text.toString());
                text.setLength(0);
            } else if (META.indexOf(c) >= 0) {
                return Optional.empty();
            } else {
                text.append(c);
            }
        }
        texts.add(text.toString());
        return Optional.of(texts.stream().distinct().toList());
    }

    private static String literalStart(String expression) {
        int end = 0;
        while (end < expression.length() && META.indexOf(expression.charAt(end)) < 0) {
            end++;
        }
        return expression.substring(0, end);
    }

    private static final class OneOf extends LabelPattern {
        private final List<String> texts;
        private final Set<String> set;

        OneOf(List<String> texts) {
            this.texts = texts;
            this.set = Set.copyOf(texts);
        }

        @Override
        boolean matches(String value) {
            return set.contains(value);
        }

        @Override
        Optional<List<String>> literals() {
            return Optional.of(texts);
        }

        @Override
        String prefix() {
            return texts.size() == 1 ? texts.get(0) : "";
        }
    }

    private static final class Anything extends LabelPattern {
        private final boolean somethingAtLeast;

        Anything(boolean somethingAtLeast) {
            this.somethingAtLeast = somethingAtLeast;
        }

        @Override
        boolean matches(String value) {
            return !somethingAtLeast || !value.isEmpty();
        }
    }

    private static final class Beginning extends LabelPattern {
        private final String prefix;

        Beginning(String prefix) {
            this.prefix = prefix;
        }

        @Override
        boolean matches(String value) {
            return value.startsWith(prefix);
        }

        @Override
        String prefix() {
            return prefix;
        }
    }

    private static final class Expression extends LabelPattern {
        private final Pattern pattern;
        private final String prefix;

        Expression(Pattern pattern, String prefix) {
            this.pattern = pattern;
            this.prefix = prefix;
        }

        @Override
        boolean matches(String value) {
            return value.startsWith(prefix) && pattern.matches(value);
        }

        @Override
        String prefix() {
            return prefix;
        }
    }
}
