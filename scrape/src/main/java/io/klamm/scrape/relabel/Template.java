package io.klamm.scrape.relabel;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;

/**
 * A text with groups of a regex in it, as Go's {@code Regexp.Expand} reads it: {@code $name} takes as many letters, digits and underscores as follow, <code>${name}</code>
 * ends at the brace, {@code $$} is a dollar sign, and a group that does not exist is empty.
 */
final class Template {

    private static final int NO_GROUP = -1;

    /** A text, or a group's number; {@link #NO_GROUP} for one that does not exist. */
    private record Part(String text, int group) {}

    private final List<Part> parts = new ArrayList<>();
    private final boolean fixed;

    Template(String text, Pattern pattern) {
        StringBuilder plain = new StringBuilder();
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            int end = c == '$' ? endOfReference(text, i + 1) : i;
            if (c != '$' || end == i + 1) {
                plain.append(c);
                i++;
            } else if (text.charAt(i + 1) == '$') {
                plain.append('$');
                i += 2;
            } else {
                addText(plain);
                parts.add(new Part("", group(nameIn(text, i + 1, end), pattern)));
                i = end;
            }
        }
        addText(plain);
        fixed = parts.stream().allMatch(part -> part.group() == NO_GROUP);
    }

    private void addText(StringBuilder plain) {
        if (plain.length() > 0) {
            parts.add(new Part(plain.toString(), NO_GROUP));
            plain.setLength(0);
        }
    }

    /** The index after what a dollar sign begins; {@code from} if it begins nothing. */
    private static int endOfReference(String text, int from) {
        if (from < text.length() && text.charAt(from) == '$') {
            return from + 1;
        }
        boolean brace = from < text.length() && text.charAt(from) == '{';
        int first = brace ? from + 1 : from;
        int i = first;
        while (i < text.length() && inName(text.codePointAt(i))) {
            i += Character.charCount(text.codePointAt(i));
        }
        if (i == first || (brace && (i == text.length() || text.charAt(i) != '}'))) {
            return from;
        }
        return brace ? i + 1 : i;
    }

    private static boolean inName(int point) {
        return point == '_' || Character.isLetter(point) || Character.isDigit(point);
    }

    private static String nameIn(String text, int from, int end) {
        return text.charAt(from) == '{' ? text.substring(from + 1, end - 1) : text.substring(from, end);
    }

    private static int group(String name, Pattern pattern) {
        boolean number = name.length() < 9
                && name.chars().allMatch(c -> c >= '0' && c <= '9')
                && (name.length() == 1 || name.charAt(0) != '0');
        int group = number ? Integer.parseInt(name) : pattern.namedGroups().getOrDefault(name, NO_GROUP);
        return group <= pattern.groupCount() ? group : NO_GROUP;
    }

    /** Whether no group is in it, so that it is the same for every match. */
    boolean fixed() {
        return fixed;
    }

    /** The text for a match. */
    String expand(Matcher match) {
        if (parts.size() == 1) {
            return text(parts.get(0), match);
        }
        StringBuilder text = new StringBuilder();
        parts.forEach(part -> text.append(text(part, match)));
        return text.toString();
    }

    private static String text(Part part, Matcher match) {
        if (part.group() == NO_GROUP) {
            return part.text();
        }
        String found = match.group(part.group());
        return found == null ? "" : found;
    }
}
