package io.klamm.rules.pack;

import java.util.List;
import java.util.stream.Collectors;

/** The table of all rules, as documents have it between two marks. */
final class PackTable {

    private static final String BEGIN = "<!-- table of rules: written by KafkaPackTest -->\n";
    private static final String END = "<!-- end of the table -->";

    private PackTable() {}

    /** The document with the table of now. */
    static String in(String document, String language) {
        int begin = document.indexOf(BEGIN) + BEGIN.length();
        int end = document.indexOf(END);
        return document.substring(0, begin) + "\n" + table(language) + "\n" + document.substring(end);
    }

    private static String table(String language) {
        String head = language.isEmpty()
                ? "| alert | severity | for | means | fires when |\n|---|---|---|---|---|\n"
                : "| 경보 | 심각도 | 지속 | 뜻 | 조건 |\n|---|---|---|---|---|\n";
        List<PackRule> rules = PackRule.all();
        return head + rules.stream().map(rule -> row(rule, language)).collect(Collectors.joining());
    }

    private static String row(PackRule rule, String language) {
        String duration = rule.value("for").isEmpty() ? "0s" : rule.value("for");
        return "| `" + rule.alert() + "` | " + rule.value("severity") + " | " + duration + " | "
                + plain(rule.value("description" + language)) + " | `"
                + rule.expression().replaceAll("\\s+", " ").replace("|", "\\|") + "` |\n";
    }

    /** Labels by their names, the value as N. */
    private static String plain(String text) {
        return text.replaceAll("\\{\\{ \\$labels\\.([a-z_]+) \\}\\}", "*$1*")
                .replaceAll("\\{\\{ \\$value[^}]*\\}\\}", "*N*");
    }
}
