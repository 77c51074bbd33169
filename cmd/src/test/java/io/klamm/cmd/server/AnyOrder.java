package io.klamm.cmd.server;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** Sorts the lists of an answer whose order is that of Go's maps, which is none. The rest of the text stays as it is, to the byte. */
final class AnyOrder {

    private static final Set<String> LISTS = Set.of("clusters", "topics", "consumers", "modules", "partitions");

    private AnyOrder() {}

    static String sorted(String json) {
        String text = json;
        for (String list : LISTS) {
            int at = text.indexOf("\"" + list + "\":[");
            if (at >= 0) {
                text = sorted(text, at + list.length() + 4);
            }
        }
        return text;
    }

    private static String sorted(String text, int start) {
        List<String> elements = new ArrayList<>();
        int depth = 0;
        boolean quoted = false;
        int from = start;
        for (int at = start; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\\') {
                at++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && depth == 0 && (c == ',' || c == ']')) {
                elements.add(text.substring(from, at));
                from = at + 1;
                if (c == ']') {
                    Collections.sort(elements);
                    return text.substring(0, start) + String.join(",", elements) + text.substring(at);
                }
            } else if (!quoted) {
                depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
            }
        }
        return text;
    }
}
