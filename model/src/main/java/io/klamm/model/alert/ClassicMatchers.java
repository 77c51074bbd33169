package io.klamm.model.alert;

import io.klamm.model.alert.AlertMatcher.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Matchers as they were written before any text could be a name: {@code foo=bar}, {@code foo=~"a|b"}. */
final class ClassicMatchers {

    private static final Pattern FORM =
            Pattern.compile("\\s*([a-zA-Z_:][a-zA-Z0-9_:]*)\\s*(=~|=|!=|!~)\\s*(.*?)\\s*", Pattern.DOTALL);

    private ClassicMatchers() {}

    /** Nothing for a text that is none. */
    static Optional<List<AlertMatcher>> read(String text) {
        List<AlertMatcher> matchers = new ArrayList<>();
        for (String part : parts(withoutBraces(text.strip()))) {
            Optional<AlertMatcher> matcher = one(part);
            if (matcher.isEmpty()) {
                return Optional.empty();
            }
            matchers.add(matcher.get());
        }
        return Optional.of(matchers);
    }

    private static String withoutBraces(String text) {
        String inner = text.startsWith("{") ? text.substring(1) : text;
        return inner.endsWith("}") ? inner.substring(0, inner.length() - 1) : inner;
    }

    /** What stands between the commas that are not in quotes; the last may be missing. */
    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                parts.add(text.substring(start, i));
                start = i + 1;
            }
        }
        if (!text.substring(start).isBlank()) {
            parts.add(text.substring(start));
        }
        return parts;
    }

    private static Optional<AlertMatcher> one(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        return value(form.group(3)).map(value -> new AlertMatcher(form.group(1), operator(form.group(2)), value));
    }

    static Operator operator(String sign) {
        for (Operator operator : Operator.values()) {
            if (operator.sign().equals(sign)) {
                return operator;
            }
        }
        throw new IllegalArgumentException("operator: " + sign + " (expected: one of = != =~ !~)");
    }

    /** Only a line end, a quote and a backslash can be escaped; another backslash is one. */
    private static Optional<String> value(String raw) {
        boolean quoted = raw.startsWith("\"");
        StringBuilder value = new StringBuilder();
        int i = quoted ? 1 : 0;
        while (i < raw.length() && raw.charAt(i) != '"') {
            if (raw.charAt(i) == '\\' && i + 1 < raw.length()) {
                escaped(raw.charAt(++i), value);
            } else {
                value.append(raw.charAt(i));
            }
            i++;
        }
        int end = quoted ? raw.length() - 1 : raw.length();
        return i == end ? Optional.of(value.toString()) : Optional.empty();
    }

    private static void escaped(char c, StringBuilder out) {
        switch (c) {
            case 'n' -> out.append('\n');
            case '"', '\\' -> out.append(c);
            default -> out.append('\\').append(c);
        }
    }
}
