package io.klamm.rules.unittest;

import io.klamm.config.Durations;
import io.klamm.config.Format;
import io.klamm.config.Section;
import io.klamm.model.series.Labels;
import io.klamm.promql.parser.ParseException;
import io.klamm.promql.parser.PromqlParser;
import io.klamm.promql.parser.SeriesDescription;
import io.klamm.promql.parser.SeriesDescriptionParser;
import io.klamm.rules.unittest.TestCase.AlertTest;
import io.klamm.rules.unittest.TestCase.ExpectedAlert;
import io.klamm.rules.unittest.TestCase.ExpectedSample;
import io.klamm.rules.unittest.TestCase.ExprTest;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Binds a file of unit tests; problems are noted in its sections. */
final class TestFileBinder {

    private static final Format<Double> NUMBER = Format.of("a number", Numbers::parse);
    private static final Format<Instant> START =
            Format.of("a time such as 2026-11-24T00:00:00Z, or seconds since the epoch", Numbers::parseTime);

    private TestFileBinder() {}

    static TestFile bind(Section section) {
        Duration interval = positive(section, "evaluation_interval", Duration.ofMinutes(1));
        List<String> order = section.strings("group_eval_order");
        Set<String> seen = new HashSet<>();
        for (String name : order) {
            if (!seen.add(name)) {
                section.problem("group_eval_order", "group name repeated in evaluation order: " + name);
            }
        }
        return new TestFile(
                section.strings("rule_files"),
                interval,
                order,
                section.bool("fuzzy_compare", false),
                section.sections("tests", test -> test(test, interval)));
    }

    private static Duration positive(Section section, String key, Duration usual) {
        Duration written = section.value(key, Durations.FORMAT, Duration.ZERO);
        return written.isZero() ? usual : written;
    }

    private static TestCase test(Section section, Duration interval) {
        return new TestCase(
                section.string("name", ""),
                positive(section, "interval", interval),
                section.value("start_timestamp", START, Instant.EPOCH),
                section.sections("input_series", TestFileBinder::series),
                section.sections("alert_rule_test", TestFileBinder::alert),
                section.sections("promql_expr_test", TestFileBinder::expression),
                Labels.of(texts(section.section("external_labels"))),
                section.string("external_url", ""));
    }

    private static SeriesDescription series(Section section) {
        String text = section.string("series") + " " + section.text("values", "");
        try {
            return SeriesDescriptionParser.parse(text);
        } catch (ParseException e) {
            section.problem("series", text + ": " + e.getMessage());
            return new SeriesDescription(Labels.EMPTY, List.of());
        }
    }

    private static AlertTest alert(Section section) {
        String name = section.string("alertname");
        return new AlertTest(
                section.value("eval_time", Durations.FORMAT, Duration.ZERO),
                name,
                section.sections(
                        "exp_alerts",
                        item -> new ExpectedAlert(
                                Labels.of(texts(item.section("exp_labels"))).with("alertname", name),
                                new TreeMap<>(texts(item.section("exp_annotations"))))));
    }

    private static ExprTest expression(Section section) {
        return new ExprTest(
                section.string("expr"),
                section.value("eval_time", Durations.FORMAT, Duration.ZERO),
                section.sections("exp_samples", TestFileBinder::sample));
    }

    private static ExpectedSample sample(Section section) {
        String histogram = section.string("histogram", "");
        return new ExpectedSample(labels(section), section.value("value", NUMBER, 0.0), !histogram.isEmpty());
    }

    private static Labels labels(Section section) {
        String text = section.text("labels", "");
        if (text.isEmpty()) {
            return Labels.EMPTY;
        }
        try {
            return PromqlParser.parseMetric(text);
        } catch (ParseException e) {
            section.problem("labels", text + ": " + e.getMessage());
            return Labels.EMPTY;
        }
    }

    private static Map<String, String> texts(Section section) {
        Map<String, String> texts = new TreeMap<>();
        section.keys().forEach(name -> texts.put(name, section.text(name, "")));
        return texts;
    }
}
