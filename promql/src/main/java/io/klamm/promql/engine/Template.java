package io.klamm.promql.engine;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A text with {@code $1}, {@code ${1}} and {@code ${name}} for what groups of a regular expression matched, and {@code $$} for a dollar; as Go has it. */
final class Template {

    private static final int MAX_DIGITS = 8;

    private final String text;

    Template(String text) {
        this.text = text;
    }

    /** The text for a value; nothing if the expression does not match the whole of it. */
    Optional<String> expand(Pattern pattern, String value) {
        Matcher match = pattern.matcher(value);
        return match.matches() ? Optional.of(expand(match, pattern)) : Optional.empty();
    }

    private String expand(Matcher match, Pattern pattern) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int dollar = text.indexOf('$', at);
            if (dollar < 0) {
                break;
            }
            out.append(text, at, dollar);
            at = dollar + 1;
            if (at < text.length() && text.charAt(at) == '$') {
                out.append('$');
                at++;
                continue;
            }
            boolean braces = at < text.length() && text.charAt(at) == '{';
            int begin = braces ? at + 1 : at;
            int end = endOfName(begin);
            boolean closed = !braces || (end < text.length() && text.charAt(end) == '}');
            if (end == begin || !closed) {
                out.append('$');
                continue;
            }
            out.append(group(text.substring(begin, end), match, pattern));
            at = braces ? end + 1 : end;
        }
        return out.append(text, at, text.length()).toString();
    }

    private int endOfName(int begin) {
        int end = begin;
        while (end < text.length() && (text.charAt(end) == '_' || Character.isLetterOrDigit(text.charAt(end)))) {
            end++;
        }
        return end;
    }

    /** What a group matched; nothing if there is no such group. */
    private static String group(String name, Matcher match, Pattern pattern) {
        Integer number = number(name);
        if (number == null) {
            number = pattern.namedGroups().get(name);
        }
        if (number == null || number > match.groupCount()) {
            return "";
        }
        String group = match.group(number);
        return group == null ? "" : group;
    }

    private static @Nullable Integer number(String name) {
        boolean digits = name.chars().allMatch(c -> c >= '0' && c <= '9');
        boolean leadingZero = name.length() > 1 && name.charAt(0) == '0';
        return digits && !leadingZero && name.length() <= MAX_DIGITS ? Integer.valueOf(name) : null;
    }
}
