package io.klamm.rules.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.config.Loaded;
import io.klamm.config.Problem;
import io.klamm.model.rule.RuleProblem;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RuleFilesTest {

    private static final String GOOD = """
            groups:
              - name: lag
                interval: 30s
                query_offset: 5s
                limit: 7
                labels: {team: kafka, severity: low}
                rules:
                  - record: group:lag:sum
                    expr: sum by (group) (lag)
                  - alert: Lag
                    expr: group:lag:sum > 100
                    for: 5m
                    keep_firing_for: 1m
                    labels: {severity: page, instance: ""}
                    annotations: {summary: much}
            """;

    @Test
    void parse_wholeFile_allOfIt() {
        RuleGroup group = parse(GOOD).orThrow().groups().get(0);

        assertThat(group.name()).isEqualTo("lag");
        assertThat(group.interval()).contains(Duration.ofSeconds(30));
        assertThat(group.queryOffset()).contains(Duration.ofSeconds(5));
        assertThat(group.limit()).isEqualTo(7);
        assertThat(group.rules())
                .containsExactly(
                        new RecordingRule(
                                "group:lag:sum",
                                "sum by (group) (lag)",
                                new TreeMap<>(Map.of("team", "kafka", "severity", "low"))),
                        new AlertingRule(
                                "Lag",
                                "group:lag:sum > 100",
                                Duration.ofMinutes(5),
                                Duration.ofMinutes(1),
                                new TreeMap<>(Map.of("team", "kafka", "severity", "page", "instance", "")),
                                new TreeMap<>(Map.of("summary", "much")),
                                false));
    }

    @Test
    void parse_emptyFile_noGroups() {
        assertThat(parse("").orThrow().groups()).isEmpty();
        assertThat(parse("groups:\n").orThrow().groups()).isEmpty();
    }

    @Test
    void parse_noInterval_usualOne() {
        assertThat(parse("groups: [{name: a}]").orThrow().groups())
                .containsExactly(new RuleGroup("a", Optional.empty(), Optional.empty(), 0, List.of()));
    }

    @Test
    void parse_severalMistakes_allWithTheirPlaces() {
        Loaded<RuleFile> loaded = parse("""
                groups:
                  - name: a
                    rules:
                      - alert: A
                        expr: sum(
                        annotation: {x: y}
                      - record: r
                        expr: 1
                        for: 5x
                  - name: a
                    interval: soon
                """);

        assertThat(loaded.problems()).extracting(Problem::line).containsExactly(5, 6, 9, 10, 11);
        assertThat(loaded.problems().get(0).message())
                .isEqualTo("could not parse expression: 1:5: parse error: unclosed left parenthesis");
        assertThat(loaded.problems().get(1).suggestion()).isEqualTo("annotations");
        assertThat(loaded.problems().get(3).message()).contains("twice");
    }

    @Test
    void parse_emptyExpression_oneProblem() {
        assertThat(parse("groups: [{name: a, rules: [{alert: A, expr: ''}]}]").problems())
                .hasSize(1);
        assertThat(parse("groups: [{name: a, rules: [{alert: A}]}]").problems()).hasSize(1);
    }

    @Test
    void parse_ruleTwiceInGroup_warning() {
        Loaded<RuleFile> loaded = parse("""
                groups:
                  - name: a
                    rules:
                      - {record: r, expr: 1}
                      - {record: r, expr: 2, labels: {a: b}}
                      - {record: r, expr: 3}
                """);

        assertThat(loaded.problems()).isEmpty();
        assertThat(loaded.warnings()).extracting(Problem::line).containsExactly(6);
    }

    @Test
    void parse_namesOutOfTheOrdinary_onlyWithoutLegacy() {
        String text = "groups: [{name: a, rules: [{record: 라그, expr: 1, labels: {a-b: c}}]}]";

        assertThat(parse(text).problems()).isEmpty();
        assertThat(RuleFiles.parse("f", text, RuleFileOptions.STANDARD.withLegacyNames())
                        .problems())
                .hasSize(2);
    }

    @Test
    void parse_ownKeyInStrictFile_refused() {
        String text = "groups: [{name: a, keep_state_while_missing: true, rules: [{alert: A, expr: up == 0}]}]";

        assertThat(parse(text).problems()).hasSize(1);
        assertThat(RuleFiles.parse("f", text, RuleFileOptions.OWN).orThrow().rules())
                .allMatch(rule -> rule instanceof AlertingRule alerting && alerting.keepWhileMissing());
    }

    @Test
    void parse_asPack_keptUnlessTheFileSaysOtherwise() {
        String text = "groups: [{name: a, rules: [{alert: A, expr: up == 0},"
                + " {alert: B, expr: up == 0, keep_state_while_missing: false}]}]";

        assertThat(RuleFiles.parse("f", text, RuleFileOptions.PACK).orThrow().rules())
                .extracting(rule -> rule instanceof AlertingRule alerting && alerting.keepWhileMissing())
                .containsExactly(true, false);
    }

    @Test
    void parse_ownKeyOnRule_winsOverGroups() {
        String text = "groups: [{name: a, keep_state_while_missing: true, rules:"
                + " [{alert: A, expr: up == 0, keep_state_while_missing: false}]}]";

        assertThat(RuleFiles.parse("f", text, RuleFileOptions.OWN).orThrow().rules())
                .noneMatch(rule -> rule instanceof AlertingRule alerting && alerting.keepWhileMissing());
    }

    @Test
    void parse_badTemplates_problemAtEach() {
        Loaded<RuleFile> loaded = parse("""
                groups:
                  - name: a
                    rules:
                      - alert: A
                        expr: up == 0
                        labels: {severity: '{{ if }}'}
                        annotations:
                          good: '{{ $labels.job }} {{ $value | humanize }}'
                          bad: '{{ $label.job }}'
                """);

        assertThat(loaded.problems()).extracting(Problem::line).containsExactly(6, 9);
        assertThat(loaded.problems().get(1).message()).contains("undefined variable \"$label\"");
    }

    @Test
    void parse_unknownKeysIgnored_good() {
        String text = "x: 1\ngroups: [{name: a, namespace: b, rules: [{alert: A, expr: 1, owner: {c: d}}]}]";

        assertThat(parse(text).problems()).hasSize(3);
        assertThat(RuleFiles.parse("f", text, RuleFileOptions.STANDARD.withIgnoreUnknown())
                        .problems())
                .isEmpty();
    }

    @Test
    void check_badText_placeBesideMessage() {
        assertThat(RuleFiles.check("groups: [{name: a, rule: []}]", RuleFileOptions.STANDARD))
                .containsExactly(new RuleProblem(1, 20, "groups[0].rule: unknown key (did you mean rules?)"));
    }

    private static Loaded<RuleFile> parse(String text) {
        return RuleFiles.parse("f", text, RuleFileOptions.STANDARD);
    }
}
