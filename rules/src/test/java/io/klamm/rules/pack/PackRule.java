package io.klamm.rules.pack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A rule of the pack, read line by line: its files are written in one fixed form. */
record PackRule(String file, String alert, String expression, Map<String, String> values) {

    static List<PackRule> all() {
        List<PackRule> rules = new ArrayList<>();
        KafkaPack.files().forEach((file, text) -> rules.addAll(read(file, text)));
        return rules;
    }

    private static List<PackRule> read(String file, String text) {
        List<PackRule> rules = new ArrayList<>();
        for (String part : text.split("\n      - alert: ", -1)) {
            if (!part.startsWith("#")) {
                rules.add(rule(file, part));
            }
        }
        return rules;
    }

    private static PackRule rule(String file, String part) {
        Map<String, String> values = new LinkedHashMap<>();
        List<String> expression = new ArrayList<>();
        List<String> lines = part.lines().toList();
        for (String line : lines.subList(1, lines.size())) {
            if (line.matches(" {8,10}[a-z_]+: .*") && !line.contains("expr: |-")) {
                int colon = line.indexOf(": ");
                values.put(line.substring(0, colon).strip(), unquoted(line.substring(colon + 2)));
            } else if (line.startsWith("          ")) {
                expression.add(line.substring(10));
            }
        }
        return new PackRule(file, lines.get(0), String.join("\n", expression), values);
    }

    private static String unquoted(String text) {
        return text.startsWith("'") ? text.substring(1, text.length() - 1).replace("''", "'") : text;
    }

    String value(String name) {
        return values.getOrDefault(name, "");
    }
}
