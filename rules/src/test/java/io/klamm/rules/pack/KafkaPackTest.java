package io.klamm.rules.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.klamm.template.AlertTemplates;
import io.klamm.template.functions.PrometheusFunctions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KafkaPackTest {

    private static final Path PROMTOOL = Path.of("/usr/bin/promtool");
    private static final List<String> TEXTS =
            List.of("summary", "description", "runbook", "summary_ko", "description_ko", "runbook_ko");

    @Test
    void files_haveRules_eachWithANameOfItsOwn() {
        List<PackRule> rules = PackRule.all();

        assertThat(rules).hasSizeGreaterThan(25);
        assertThat(rules.stream().map(PackRule::alert)).doesNotHaveDuplicates();
        assertThat(rules).allSatisfy(rule -> assertThat(rule.expression()).isNotBlank());
    }

    @Test
    void files_everyRule_hasASeverityAndAllTexts() {
        assertThat(PackRule.all()).allSatisfy(rule -> {
            assertThat(rule.value("severity")).isIn("info", "warning", "critical");
            TEXTS.forEach(text -> assertThat(rule.value(text)).as(text).isNotBlank());
        });
    }

    @Test
    void files_everyText_expands() {
        AlertTemplates templates = new AlertTemplates(
                PrometheusFunctions.of(query -> List.of(), Instant.EPOCH, "http://klamm"), Map.of(), "http://klamm");
        for (PackRule rule : PackRule.all()) {
            for (String text : TEXTS) {
                String expanded = templates.expand(rule.alert(), rule.value(text), Map.of("cluster", "c"), 12.5);
                assertThat(expanded).doesNotContain("{{", "<error");
            }
        }
    }

    @Test
    void files_koreanTexts_areKorean() {
        Set<String> english = new HashSet<>();
        for (PackRule rule : PackRule.all()) {
            for (String text : TEXTS.subList(3, 6)) {
                if (!rule.value(text).matches("(?s).*[가-힣].*")) {
                    english.add(rule.alert());
                }
            }
        }
        assertThat(english).isEmpty();
    }

    @Test
    void files_promtool_acceptsThem(@TempDir Path dir) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(PROMTOOL), "no promtool at " + PROMTOOL);

        assertThat(promtool("check", written(dir))).contains("SUCCESS").doesNotContain("FAILED");
    }

    @Test
    void files_onSeries_fireAsTheySay(@TempDir Path dir) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(PROMTOOL), "no promtool at " + PROMTOOL);
        written(dir);
        Path tests = dir.resolve("tests.yml");
        Files.writeString(tests, PackScenarios.TEXT, StandardCharsets.UTF_8);

        assertThat(promtool("test", List.of(tests))).contains("SUCCESS").doesNotContain("FAILED");
    }

    private static List<Path> written(Path dir) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Map.Entry<String, String> file : KafkaPack.files().entrySet()) {
            files.add(Files.writeString(dir.resolve(file.getKey()), file.getValue(), StandardCharsets.UTF_8));
        }
        return files;
    }

    private static String promtool(String command, List<Path> files) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(PROMTOOL.toString(), command, "rules"));
        files.forEach(file -> words.add(file.toString()));
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return output;
    }

    @ParameterizedTest
    @CsvSource({"alerts-pack.md, ''", "alerts-pack.ko.md, _ko"})
    void docs_table_isThatOfTheFiles(String name, String language) throws IOException {
        Path doc = Path.of("..", "docs", name);
        String text = Files.readString(doc, StandardCharsets.UTF_8);
        String expected = PackTable.in(text, language);
        if (System.getProperty("golden.update") != null) {
            Files.writeString(doc, expected, StandardCharsets.UTF_8);
        }
        assertThat(Files.readString(doc, StandardCharsets.UTF_8)).isEqualTo(expected);
    }
}
