package io.klamm.discovery.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.config.YamlFile;
import io.klamm.discovery.group.BrokerList;
import io.klamm.discovery.group.Found;
import io.klamm.discovery.group.SourceContext;
import io.klamm.discovery.group.TargetGroup;
import io.klamm.discovery.group.TargetSource;
import io.klamm.testing.ManualClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSourceTest {

    @TempDir
    Path folder;

    private final ManualClock clock = new ManualClock(Instant.parse("2026-11-24T10:00:00Z"));
    private TargetSource source = StaticConfig.of(List.of()).open(context());
    private long age;

    @BeforeEach
    void open() {
        source = open("*.json", "b.yml");
    }

    @Test
    void look_jsonAndYaml_labelsOfTheGroupBehindThoseOfTheTarget() throws IOException {
        write("a.json", """
                [{"targets": ["a:1", "a:2"], "labels": {"env": "prod", "port": 9100}}, {"targets": ["a:3"]}]
                """);
        write("b.yml", """
                - targets: ["b:1"]
                  labels:
                    env: test
                """);
        Found found = look();
        assertThat(found.problems()).isEmpty();
        assertThat(found.groups().orElseThrow())
                .extracting(
                        group -> group.targets().size() + " " + group.labels().toMap())
                .containsExactly(
                        "2 {__meta_filepath=" + folder.resolve("a.json") + ", env=prod, port=9100}",
                        "1 {__meta_filepath=" + folder.resolve("a.json") + "}",
                        "1 {__meta_filepath=" + folder.resolve("b.yml") + ", env=test}");
        assertThat(found.groups().get()).extracting(TargetGroup::source).doesNotHaveDuplicates();
    }

    @Test
    void look_changedFile_isReadAgain() throws IOException {
        write("a.json", "[{\"targets\": [\"a:1\"]}]");
        assertThat(addresses(look())).containsExactly("a:1");
        write("a.json", "[{\"targets\": [\"a:2\"]}]");
        assertThat(addresses(look())).containsExactly("a:2");
    }

    @Test
    void look_brokenFile_keepsItsTargetsAndSaysSo() throws IOException {
        write("a.json", "[{\"targets\": [\"a:1\"]}]");
        write("b.yml", "- targets: ['b:1']\n");
        look();
        write("a.json", "[{\"target\": [\"a:2\"]}]");
        write("b.yml", "- targets: ['b:2']\n");
        Found found = look();
        assertThat(addresses(found)).containsExactly("a:1", "b:2");
        assertThat(found.problems())
                .containsExactly(folder.resolve("a.json") + ":1: [0].target: unknown key (did you mean targets?)");
        assertThat(look().problems()).as("until it is mended").isEqualTo(found.problems());
        write("a.json", "[{\"targets\": [\"a:3\"]}]");
        assertThat(addresses(look())).containsExactly("a:3", "b:2");
        assertThat(look().problems()).isEmpty();
    }

    @Test
    void look_fileThatIsGone_hasNoTargets() throws IOException {
        write("a.json", "[{\"targets\": [\"a:1\"]}]");
        write("b.yml", "- targets: ['b:1']\n");
        look();
        Files.delete(folder.resolve("a.json"));
        Files.delete(folder.resolve("b.yml"));
        Found found = look();
        assertThat(found.groups().orElseThrow()).isEmpty();
        assertThat(found.problems())
                .as("only what has no star was meant")
                .containsExactly(folder.resolve("b.yml") + ": no such file (expected: a file of targets)");
    }

    @Test
    void look_unchangedStamp_isReadAgainAfterTheRefreshInterval() throws IOException {
        write("a.json", "[{\"targets\": [\"a:1\"]}]");
        FileTime stamp = Files.getLastModifiedTime(folder.resolve("a.json"));
        look();
        Files.writeString(folder.resolve("a.json"), "[{\"targets\": [\"a:2\"]}]");
        Files.setLastModifiedTime(folder.resolve("a.json"), stamp);
        assertThat(addresses(look())).containsExactly("a:1");
        clock.advance(Duration.ofMinutes(5));
        assertThat(addresses(look())).containsExactly("a:2");
    }

    @Test
    void bind_badPaths_areProblems() {
        assertThat(YamlFile.parseVerbatim("p.yml", "files: ['a.txt', 'x*/y.json', '*.yml']")
                        .bind(section -> FileConfig.bind(section, folder))
                        .text())
                .contains("path name \"a.txt\" is not valid for file discovery")
                .contains("path name \"x*/y.json\" is not valid for file discovery")
                .doesNotContain("\"*.yml\"");
        assertThat(YamlFile.parseVerbatim("p.yml", "{}")
                        .bind(section -> FileConfig.bind(section, folder))
                        .text())
                .contains("file service discovery config must contain at least one path name");
    }

    private TargetSource open(String... files) {
        List<Path> paths = List.of(files).stream().map(folder::resolve).toList();
        return new FileConfig(paths, Duration.ofMinutes(5)).open(context());
    }

    private SourceContext context() {
        return new SourceContext(
                clock,
                Runnable::run,
                config -> {
                    throw new AssertionError("no HTTP here");
                },
                BrokerList.none());
    }

    private void write(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        age += 10;
        Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(1_000_000 + age)));
    }

    private Found look() {
        return source.look().join();
    }

    private static List<String> addresses(Found found) {
        return found.groups().orElseThrow().stream()
                .flatMap(group -> group.targets().stream())
                .map(target -> target.get(TargetGroup.ADDRESS))
                .toList();
    }
}
