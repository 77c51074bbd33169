package io.klamm.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that another program reads as strictly as we do ours. */
class VerbatimFileTest {

    @TempDir
    Path folder;

    private record Job(String name, String replacement, Duration interval, boolean honor, List<String> targets) {

        static Job of(Section section) {
            return new Job(
                    section.string("job_name"),
                    section.text("replacement", "$1"),
                    section.duration("interval", Duration.ofMinutes(1)),
                    section.bool("honor", false),
                    section.strings("targets"));
        }
    }

    @Test
    void bind_texts_areWhatTheyAre() {
        Job job = bind("""
                job_name: file:/etc/passwd
                replacement: ${1}:${HOME}
                """).orThrow();
        assertThat(job.name()).isEqualTo("file:/etc/passwd");
        assertThat(job.replacement()).isEqualTo("${1}:${HOME}");
    }

    @Test
    void bind_nullIsAbsentAndEmptyTextIsNot() {
        Job job = bind("""
                job_name: a
                interval:
                targets:
                # - "a:1"
                replacement: ''
                """).orThrow();
        assertThat(job).isEqualTo(new Job("a", "", Duration.ofMinutes(1), false, List.of()));
    }

    @Test
    void bind_booleansOfYaml11_areKnown() {
        assertThat(bind("{job_name: a, honor: yes}").orThrow().honor()).isTrue();
        assertThat(bind("{job_name: a, honor: Off}").orThrow().honor()).isFalse();
        assertThat(bind("{job_name: a, honor: 1}").text())
                .isEqualTo("prometheus.yml:1: honor: \"1\" (expected: true or false)");
    }

    @Test
    void bind_unknownKeys_areProblems() {
        assertThat(bind("job_nam: a").text()).isEqualTo("""
                        prometheus.yml:1: job_nam: unknown key (did you mean job_name?)
                        prometheus.yml:1: job_name: missing (expected: text)""");
        assertThat(bind("{job_name: a, Interval: 1m}").text())
                .isEqualTo("prometheus.yml:1: Interval: unknown key (did you mean interval?)");
    }

    @Test
    void bind_aliases_standForWhatWasAnchored() {
        Job job = bind("""
                job_name: &name a
                replacement: *name
                targets: &list [ &one b, *one ]
                """).orThrow();
        assertThat(job.replacement()).isEqualTo("a");
        assertThat(job.targets()).containsExactly("b", "b");
    }

    @Test
    void bind_mergedSections_giveWhatIsNotWritten() {
        List<Job> jobs = YamlFile.parseVerbatim("prometheus.yml", """
                        jobs:
                          - &first {job_name: a, interval: 5s, honor: true}
                          - job_name: b
                            <<: *first
                            interval: 7s
                          - <<: [ {job_name: c}, *first ]
                        """)
                .bind(section -> section.sections("jobs", Job::of))
                .orThrow();
        assertThat(jobs)
                .allMatch(Job::honor)
                .extracting(job -> job.name() + " " + job.interval().toSeconds())
                .containsExactly("a 5", "b 7", "c 5");
    }

    @Test
    void bind_aliasOfNothing_isAProblem() {
        assertThat(bind("{job_name: *secret}").text())
                .startsWith("prometheus.yml:1: job_name: an alias of nothing above (expected: an anchor before it")
                .doesNotContain("secret");
        assertThat(bind("{job_name: a, <<: b}").text())
                .isEqualTo("prometheus.yml:1: [\"<<\"]: a single value to be taken in (expected: a section with keys)");
    }

    @Test
    void bind_aliasBomb_isRefused() {
        StringBuilder text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 20; i++) {
            String before = "*a" + (i - 1);
            text.append("a%d: &a%d [%s]%n".formatted(i, i, String.join(", ", Collections.nCopies(10, before))));
        }
        assertThat(bind(text.toString()).text()).contains("aliases stand for too much");
    }

    @Test
    void list_jsonAndYaml_areTheSame() throws IOException {
        Path json = Files.writeString(
                folder.resolve("a.json"), "[{\"job_name\": \"a\", \"honor\": true}, {\"job_name\": \"b\"}]");
        Path yaml = Files.writeString(folder.resolve("a.yml"), """
                - job_name: a
                  honor: true
                - job_name: b
                """);
        assertThat(YamlList.read(json, Job::of).orThrow())
                .isEqualTo(YamlList.read(yaml, Job::of).orThrow())
                .hasSize(2);
    }

    @Test
    void list_notAList_isAProblem() {
        assertThat(YamlList.parse("t.json", "", Job::of).orThrow()).isEmpty();
        assertThat(YamlList.parse("t.json", "null", Job::of).orThrow()).isEmpty();
        assertThat(YamlList.parse("t.json", "{\"a\": 1}", Job::of).text())
                .isEqualTo("t.json:1: a section with keys (expected: a list of sections)");
        assertThat(YamlList.parse("t.json", "[{\"job_nam\": 1}, 5]", Job::of).text())
                .isEqualTo("""
                        t.json:1: [0].job_name: missing (expected: text)
                        t.json:1: [0].job_nam: unknown key (did you mean job_name?)
                        t.json:1: [1]: a single value (expected: a section with keys)""");
        assertThat(YamlList.parse("t.json", "[", Job::of).value()).isEqualTo(Optional.empty());
    }

    private static Loaded<Job> bind(String text) {
        return YamlFile.parseVerbatim("prometheus.yml", text).bind(Job::of);
    }
}
