package io.klamm.cmd.alerting;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.config.Environment;
import io.klamm.config.Loaded;
import io.klamm.config.Problem;
import io.klamm.config.YamlFile;
import io.klamm.rules.file.AlertingRule;
import io.klamm.rules.file.RuleFile;
import io.klamm.scrape.config.PrometheusFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertingSettingsTest {

    @TempDir
    private Path directory;

    private static Loaded<AlertingSettings> load(String yaml, Optional<PrometheusFile> prometheus) {
        return YamlFile.parse("klamm.yaml", yaml, Environment.of(Map.of()))
                .bind(root -> AlertingSettings.bind(root.section("alerting"), prometheus));
    }

    private static List<String> names(List<RuleFile> files) {
        return files.stream()
                .flatMap(file -> file.rules().stream())
                .map(rule -> rule.name())
                .toList();
    }

    @Test
    void bind_nothing_isThePackAndNobodyIsTold() {
        AlertingSettings settings = load("", Optional.empty()).orThrow();

        assertThat(settings).isEqualTo(AlertingSettings.usual());
        assertThat(names(settings.pack())).contains("ConsumerLagHigh", "PartitionsUnderReplicated", "DataMissing");
        assertThat(settings.notifier().routes().receivers()).containsExactly("nobody");
    }

    @Test
    void bind_nothing_packKeepsItsAlertsWhileDataAreMissing() {
        assertThat(AlertingSettings.usual().pack().stream()
                        .filter(file -> file.name().equals("kafka-pack/consumers.yml"))
                        .flatMap(file -> file.rules().stream()))
                .isNotEmpty()
                .allSatisfy(rule ->
                        assertThat(((AlertingRule) rule).keepWhileMissing()).isTrue());
    }

    @Test
    void bind_rulesThatAreNotWanted_areLeftOut_andUnknownOnesAreProblems() {
        assertThat(names(load("alerting: {kafka-pack: {without: [ConsumerLagAverage]}}\n", Optional.empty())
                        .orThrow()
                        .pack()))
                .contains("ConsumerLagHigh")
                .doesNotContain("ConsumerLagAverage");
        assertThat(load("alerting: {kafka-pack: {enabled: false}}\n", Optional.empty())
                        .orThrow()
                        .pack())
                .isEmpty();
        assertThat(load("alerting: {kafka-pack: {without: [ConsumerLag]}}\n", Optional.empty())
                        .problems())
                .singleElement()
                .extracting(Problem::message)
                .asString()
                .contains("ConsumerLag (expected: names of rules of the pack: ", "ConsumerLagHigh");
    }

    @Test
    void bind_ruleFiles_areReadAndTheirProblemsAreToldWithTheirLine() throws Exception {
        Files.writeString(directory.resolve("good.yml"), """
                groups:
                - name: g
                  keep_state_while_missing: true
                  rules: [{alert: A, expr: up == 0}]
                """);
        Files.writeString(directory.resolve("sum.txt"), "not a rule file");
        String yaml = "alerting: {rule-files: ['" + directory + "/*.yml'], interval: 5s}\n";

        AlertingSettings settings = load(yaml, Optional.empty()).orThrow();
        assertThat(names(settings.files())).containsExactly("A");
        assertThat(settings.interval()).isEqualTo(Duration.ofSeconds(5));

        Files.writeString(directory.resolve("bad.yml"), "groups:\n- name: g\n  rules: [{alert: A, expr: 'up =='}]\n");
        assertThat(load(yaml, Optional.empty()).problems())
                .singleElement()
                .extracting(Problem::message)
                .asString()
                .contains("bad.yml:3");
    }

    @Test
    void bind_prometheusFile_itsRulesAndItsIntervalAreTaken() throws Exception {
        Files.writeString(directory.resolve("rules.yml"), "groups: [{name: g, rules: [{record: r, expr: up}]}]\n");
        Path file = Files.writeString(
                directory.resolve("prometheus.yml"), "global: {evaluation_interval: 30s}\nrule_files: [rules.yml]\n");
        PrometheusFile prometheus =
                PrometheusFile.read(file, Set.of("rule_files")).orThrow();

        AlertingSettings settings = load("", Optional.of(prometheus)).orThrow();

        assertThat(names(settings.files())).containsExactly("r");
        assertThat(settings.interval()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void bind_alertmanagerConfig_isReadAndShownWithoutSecrets() throws Exception {
        Path file = Files.writeString(directory.resolve("alertmanager.yml"), """
                route: {receiver: team}
                receivers:
                - name: team
                  slack_configs: [{api_url: 'http://127.0.0.1/hunter2', channel: '#kafka'}]
                """);

        NotifierSettings notifier = load("alerting: {alertmanager-config: '" + file + "'}\n", Optional.empty())
                .orThrow()
                .notifier();

        assertThat(notifier.routes().receivers()).containsExactly("team");
        assertThat(notifier.shown()).contains("#kafka").doesNotContain("hunter2");
        assertThat(load("alerting: {alertmanager-config: /none.yml}\n", Optional.empty())
                        .problems())
                .singleElement()
                .extracting(Problem::message)
                .asString()
                .contains("/none.yml", "no such file");
    }
}
