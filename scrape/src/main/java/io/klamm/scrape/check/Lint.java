package io.klamm.scrape.check;

import io.klamm.model.series.MetricType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What promtool's linter says of metrics that are well formed and still not as metrics should be. */
final class Lint {

    private static final Pattern CAMEL_CASE = Pattern.compile("[a-z][A-Z]");
    private static final Set<String> ABBREVIATIONS =
            Set.of("s", "ms", "us", "ns", "sec", "b", "kb", "mb", "gb", "tb", "pb", "m", "h", "d");
    private static final List<MetricType> TYPES = List.of(
            MetricType.COUNTER, MetricType.GAUGE, MetricType.SUMMARY, MetricType.HISTOGRAM, MetricType.GAUGEHISTOGRAM);

    private final TextFamily family;
    private final List<Finding> findings;

    private Lint(TextFamily family, List<Finding> findings) {
        this.family = family;
        this.findings = findings;
    }

    /** What is found of metrics that have samples, by name and message. */
    static List<Finding> of(Collection<TextFamily> families) {
        List<Finding> findings = new ArrayList<>();
        families.stream().filter(family -> family.sampled).forEach(family -> new Lint(family, findings).look());
        findings.sort(Comparator.comparing(Finding::family).thenComparing(Finding::message));
        return findings;
    }

    private void look() {
        findIf(!family.help, "no help text");
        BaseUnits.advice(family.name).ifPresent(this::find);
        lookAtCounter();
        lookAtReservedNames();
        lookAtName();
        findIf(
                family.labelNames.stream()
                        .anyMatch(name -> CAMEL_CASE.matcher(name).find()),
                "label names should be written in 'snake_case' not 'camelCase'");
        findIf(family.repeated, "metric not unique");
    }

    private void lookAtCounter() {
        boolean counter = family.type() == MetricType.COUNTER;
        boolean known = family.type() != MetricType.UNKNOWN;
        boolean total = family.name.endsWith("_total");
        findIf(counter && !total, "counter metrics should have \"_total\" suffix");
        findIf(known && !counter && total, "non-counter metrics should not have \"_total\" suffix");
    }

    private void lookAtReservedNames() {
        boolean histogram = family.type() == MetricType.HISTOGRAM;
        boolean summary = family.type() == MetricType.SUMMARY;
        if (family.type() == MetricType.UNKNOWN) {
            return;
        }
        findIf(
                !histogram && family.name.endsWith("_bucket"),
                "non-histogram metrics should not have \"_bucket\" suffix");
        findIf(
                !histogram && !summary && family.name.endsWith("_count"),
                "non-histogram and non-summary metrics should not have \"_count\" suffix");
        findIf(
                !histogram && !summary && family.name.endsWith("_sum"),
                "non-histogram and non-summary metrics should not have \"_sum\" suffix");
        findIf(!histogram && family.labelNames.contains("le"), "non-histogram metrics should not have \"le\" label");
        findIf(
                !summary && family.labelNames.contains("quantile"),
                "non-summary metrics should not have \"quantile\" label");
    }

    private void lookAtName() {
        String lower = family.name.toLowerCase(Locale.ROOT);
        for (MetricType type : TYPES) {
            String word = "_" + typeWord(type);
            findIf(
                    lower.contains(word + "_") || lower.endsWith(word),
                    "metric name should not include type '" + typeWord(type) + "'");
        }
        findIf(family.name.contains(":"), "metric names should not contain ':'");
        findIf(
                CAMEL_CASE.matcher(family.name).find(),
                "metric names should be written in 'snake_case' not 'camelCase'");
        findIf(
                Arrays.stream(lower.split("_", -1)).anyMatch(ABBREVIATIONS::contains),
                "metric names should not contain abbreviated units");
    }

    private static String typeWord(MetricType type) {
        return type == MetricType.GAUGEHISTOGRAM ? "gauge_histogram" : type.word();
    }

    private void findIf(boolean condition, String message) {
        if (condition) {
            find(message);
        }
    }

    private void find(String message) {
        findings.add(new Finding(family.line, family.name, message));
    }
}
