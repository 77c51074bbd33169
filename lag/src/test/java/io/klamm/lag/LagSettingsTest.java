package io.klamm.lag;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.config.Environment;
import io.klamm.config.Format;
import io.klamm.config.Loaded;
import io.klamm.config.Problem;
import io.klamm.config.YamlFile;
import io.klamm.lag.judge.Tolerance;
import io.klamm.model.verdict.Rule;
import io.klamm.model.verdict.Verdict;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.junit.jupiter.api.Test;

class LagSettingsTest {

    private static final Format<Predicate<String>> PATTERNS = Format.of("a pattern", LagSettingsTest::pattern);

    private static Optional<Predicate<String>> pattern(String text) {
        try {
            return Optional.of(Pattern.compile(text).asMatchPredicate());
        } catch (PatternSyntaxException bad) {
            return Optional.empty();
        }
    }

    private static Loaded<LagSettings> load(String yaml) {
        return YamlFile.parse("klamm.yaml", yaml, Environment.of(Map.of()))
                .bind(root -> LagSettings.bind(root.section("lag"), PATTERNS));
    }

    private static final String EXAMPLE = """
            lag:
              window: 5m
              minimum-commits: 4
              allowed-lag: 10
              overrides:
                - groups: 'batch-.*'
                  topics: 'big-.*'
                  allowed-lag: 5000
                - groups: 'batch-.*'
                  window: 2h
                  silence: 30m
                  allowed-lag: 100
                - groups: 'test-.*'
                  mute: true
                - topics: 'junk'
                  mute: true
            """;

    @Test
    void bind_nothing_isTheDefault() {
        assertThat(load("{}").orThrow()).isEqualTo(LagSettings.DEFAULT);
    }

    @Test
    void tolerance_eachSetting_isTheFirstMatchThatHasIt() {
        LagSettings settings = load(EXAMPLE).orThrow();

        assertThat(settings.tolerance("web", "t"))
                .isEqualTo(new Tolerance(Duration.ofMinutes(5), 4, 10, Duration.ZERO));
        assertThat(settings.tolerance("batch-1", "t"))
                .isEqualTo(new Tolerance(Duration.ofHours(2), 4, 100, Duration.ofMinutes(30)));
        assertThat(settings.tolerance("batch-1", "big-1").allowedLag()).isEqualTo(5000);
    }

    @Test
    void mutes_groupsAndTopics_areToldApart() {
        LagSettings settings = load(EXAMPLE).orThrow();

        assertThat(settings.mutes("test-1")).isTrue();
        assertThat(settings.mutes("web")).isFalse();
        assertThat(settings.mutes("web", "junk")).isTrue();
        assertThat(settings.mutes("web", "t")).isFalse();
    }

    @Test
    void bind_badValues_areAllReportedWithTheirPlace() {
        Loaded<LagSettings> loaded = load("""
                lag:
                  window: 5s
                  minimum-commits: 1
                  allowed-lag: -1
                  overrides:
                    - groups: '['
                    - allowed-lag: 5
                    - groups: a
                      windw: 5m
                """);

        assertThat(loaded.problems().stream().map(Problem::text).toList())
                .hasSize(6)
                .anyMatch(text -> text.contains(":2: lag.window"))
                .anyMatch(text -> text.contains(":3: lag.minimum-commits"))
                .anyMatch(text -> text.contains(":4: lag.allowed-lag"))
                .anyMatch(text -> text.contains("lag.overrides[0].groups"))
                .anyMatch(text -> text.contains("about nothing (expected: groups, topics or both)"))
                .anyMatch(text -> text.contains("did you mean window?"));
    }

    @Test
    void equals_sameText_isTheSame() {
        assertThat(load(EXAMPLE).orThrow()).isEqualTo(load(EXAMPLE).orThrow());
    }

    @Test
    void settings_changedWhileRunning_judgeAnew() {
        Scene scene = new Scene();
        scene.members("Empty").end(60).commit(50);
        for (int time = 0; time <= 300; time += 5) {
            scene.at(time).read();
        }
        assertThat(scene.partition().verdict()).isEqualTo(Verdict.STOP);

        scene.keeper.settings(load("lag: {allowed-lag: 10}").orThrow());
        assertThat(scene.partition().evidence().rule()).isEqualTo(Rule.WITHIN_ALLOWED_LAG);

        scene.keeper.settings(
                load("lag: {overrides: [{topics: t, mute: true}]}").orThrow());
        assertThat(scene.partition().evidence().rule()).isEqualTo(Rule.MUTED);
        assertThat(scene.verdict().orElseThrow().verdict()).isEqualTo(Verdict.OK);

        scene.keeper.settings(
                load("lag: {overrides: [{groups: g, mute: true}]}").orThrow());
        assertThat(scene.verdict().orElseThrow().muted()).isTrue();
        assertThat(scene.verdict().orElseThrow().verdict()).isEqualTo(Verdict.STOP);

        scene.keeper.settings(load("lag: {silence: 1h}").orThrow());
        assertThat(scene.partition().verdict()).isEqualTo(Verdict.UNKNOWN);
    }
}
