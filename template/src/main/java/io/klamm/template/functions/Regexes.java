package io.klamm.template.functions;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Regular expressions in RE2's syntax, with Go's way to name groups in a replacement. */
final class Regexes {

    private Regexes() {}

    static boolean matches(String pattern, String text) {
        return compile(pattern).matcher(text).find();
    }

    static String replaceAll(String pattern, String replacement, String text) {
        Matcher matcher = compile(pattern).matcher(text);
        StringBuilder replaced = new StringBuilder();
        int from = 0;
        while (matcher.find()) {
            replaced.append(text, from, matcher.start());
            expand(replacement, matcher, replaced);
            from = matcher.end();
        }
        return replaced.append(text, from, text.length()).toString();
    }

    private static Pattern compile(String pattern) {
        try {
            return Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("regexp: Compile(`" + pattern + "`): " + e.getMessage(), e);
        }
    }

    private static void expand(String replacement, Matcher matcher, StringBuilder into) {
        int at = 0;
        while (at < replacement.length()) {
            int dollar = replacement.indexOf('$', at);
            if (dollar < 0) {
                into.append(replacement, at, replacement.length());
                return;
            }
            into.append(replacement, at, dollar);
            at = reference(replacement, dollar + 1, matcher, into);
        }
    }

    /** Writes the group named at a place, and gives the place after the name. */
    private static int reference(String replacement, int at, Matcher matcher, StringBuilder into) {
        if (replacement.startsWith("$", at)) {
            into.append('$');
            return at + 1;
        }
        boolean braced = replacement.startsWith("{", at);
        int from = braced ? at + 1 : at;
        int end = from;
        while (end < replacement.length() && nameCharacter(replacement.charAt(end))) {
            end++;
        }
        boolean closed = !braced || replacement.startsWith("}", end);
        if (end == from || !closed) {
            into.append('$');
            return at;
        }
        String group = group(replacement.substring(from, end), matcher);
        into.append(group == null ? "" : group);
        return braced ? end + 1 : end;
    }

    private static boolean nameCharacter(char c) {
        return c == '_' || Character.isLetterOrDigit(c);
    }

    private static @Nullable String group(String name, Matcher matcher) {
        if (name.length() < 4 && name.chars().allMatch(Character::isDigit)) {
            int number = Integer.parseInt(name);
            return number <= matcher.groupCount() ? matcher.group(number) : null;
        }
        try {
            return matcher.group(name);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
