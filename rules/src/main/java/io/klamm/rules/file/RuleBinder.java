package io.klamm.rules.file;

import io.klamm.config.Durations;
import io.klamm.config.Section;
import java.time.Duration;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Binds the rules of one group; problems are noted in their sections. */
final class RuleBinder {

    private static final String FOR = "for";
    private static final String KEEP_FIRING = "keep_firing_for";

    private final RuleFileOptions options;
    private final Names names;
    private final SortedMap<String, String> groupLabels;
    private final boolean groupKeeps;
    private final Expressions expressions;

    RuleBinder(RuleFileOptions options, Names names, SortedMap<String, String> groupLabels, boolean groupKeeps) {
        this.options = options;
        this.names = names;
        this.groupLabels = groupLabels;
        this.groupKeeps = groupKeeps;
        this.expressions = new Expressions(options.parser());
    }

    Rule bind(Section section) {
        if (options.ignoreUnknown()) {
            section.keys().forEach(section::ignore);
        }
        Optional<String> alert = section.optionalString("alert");
        Optional<String> record = section.optionalString("record");
        if (alert.isPresent() && record.isPresent()) {
            section.problem("record", "both record and alert (expected: one of them)");
        } else if (alert.isEmpty() && record.isEmpty()) {
            section.problem("neither record nor alert (expected: one of them)");
        }
        String expr = expressions.bind(section);
        SortedMap<String, String> labels = new TreeMap<>(groupLabels);
        labels.putAll(names.labels(section));
        return record.isPresent()
                ? recording(section, record.get(), expr, labels)
                : alerting(section, alert.orElse("?"), expr, labels);
    }

    private Rule recording(Section section, String record, String expr, SortedMap<String, String> labels) {
        refuseOnRecord(section, FOR, !section.duration(FOR, Duration.ZERO).isZero());
        refuseOnRecord(
                section,
                KEEP_FIRING,
                !section.duration(KEEP_FIRING, Duration.ZERO).isZero());
        refuseOnRecord(
                section, "annotations", !section.section("annotations").keys().isEmpty());
        section.section("annotations").keys().forEach(section.section("annotations")::ignore);
        if (record.contains("{") || record.contains("}")) {
            section.problem(
                    "record", "braces in a metric's name (expected: the name alone; labels belong below labels)");
        } else if (!names.metric(record)) {
            section.problem(
                    "record",
                    "not a name of a metric (expected: letters, digits, underscores and colons, not a digit first)");
        }
        return new RecordingRule(record, expr, labels);
    }

    private static void refuseOnRecord(Section section, String key, boolean given) {
        if (given) {
            section.problem(key, "on a recording rule (expected: only on alerting rules)");
        }
    }

    private Rule alerting(Section section, String alert, String expr, SortedMap<String, String> labels) {
        TemplateCheck.check(section.section("labels"), alert, names.labels(section));
        SortedMap<String, String> annotations = names.annotations(section);
        TemplateCheck.check(section.section("annotations"), alert, annotations);
        return new AlertingRule(
                alert,
                expr,
                section.value(FOR, Durations.FORMAT, Duration.ZERO),
                section.value(KEEP_FIRING, Durations.FORMAT, Duration.ZERO),
                labels,
                annotations,
                options.ownKeys() ? section.bool(GroupBinder.KEEP, groupKeeps) : groupKeeps);
    }
}
