package io.klamm.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads both text formats of metrics, strictly: families stand together, each series once, labels escaped and sorted. */
final class TextFormat {

    private static final Pattern META = Pattern.compile("# (HELP|TYPE|UNIT) ([a-zA-Z_:][a-zA-Z0-9_:]*)(?: (.*))?");
    private static final Pattern LABEL =
            Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\\n]|\\\\\\\\|\\\\\"|\\\\n)*)\"");
    private static final Pattern SAMPLE =
            Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)\\})? (-?[0-9.]+(?:E-?[0-9]+)?|NaN|[+-]Inf)");

    private final boolean openMetrics;
    private final List<String> faults = new ArrayList<>();
    private final Set<String> families = new HashSet<>();
    private final Set<String> series = new HashSet<>();
    private String family = "";
    private String type = "";

    private TextFormat(boolean openMetrics) {
        this.openMetrics = openMetrics;
    }

    static List<String> faults(String text, boolean openMetrics) {
        TextFormat format = new TextFormat(openMetrics);
        String body = text;
        if (openMetrics) {
            format.require(text.endsWith("\n# EOF\n"), "end mark missing");
            body = text.substring(0, Math.max(0, text.length() - 6));
        }
        format.require(body.endsWith("\n"), "last line does not end");
        for (String line : body.substring(0, body.length() - 1).split("\n", -1)) {
            format.line(line);
        }
        return format.faults;
    }

    private void require(boolean right, String fault) {
        if (!right) {
            faults.add(fault);
        }
    }

    private void line(String line) {
        if (line.startsWith("#")) {
            meta(line);
        } else {
            sample(line);
        }
    }

    private void meta(String line) {
        Matcher matcher = META.matcher(line);
        if (!matcher.matches()) {
            faults.add("comment: " + line);
            return;
        }
        if (!matcher.group(2).equals(family)) {
            family = matcher.group(2);
            require(families.add(family), "family twice: " + family);
        }
        if (matcher.group(1).equals("TYPE")) {
            type = matcher.group(3);
            boolean suffixed = openMetrics && type.equals("counter") && family.endsWith("_total");
            require(!suffixed, "TYPE of a counter ends in _total: " + family);
        }
    }

    private void sample(String line) {
        Matcher matcher = SAMPLE.matcher(line);
        if (!matcher.matches()) {
            faults.add("sample: " + line);
            return;
        }
        String name = matcher.group(1);
        require(name.startsWith(family), "outside its family: " + line);
        require(!type.equals("counter") || name.endsWith("_total"), "counter without _total: " + line);
        String labels = matcher.group(2) == null ? "" : matcher.group(2);
        require(series.add(name + "{" + labels), "series twice: " + line);
        labels(labels, line);
    }

    private void labels(String labels, String line) {
        Matcher matcher = LABEL.matcher(labels);
        int at = 0;
        String last = "";
        while (at < labels.length()) {
            if (!matcher.find(at) || matcher.start() != at) {
                faults.add("labels: " + line);
                return;
            }
            require(matcher.group(1).compareTo(last) > 0, "labels not sorted: " + line);
            last = matcher.group(1);
            at = matcher.end();
            if (at < labels.length()) {
                require(labels.charAt(at) == ',', "labels: " + line);
                at++;
            }
        }
    }
}
