package io.klamm.cmd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void unknownCommand_isUsageAndSuggestsTheNearest() {
        assertThat(run("stauts")).isEqualTo(UserException.USAGE);
        assertThat(err.toString()).contains("stauts", "status");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lab", "topic", "groups", "check"})
    void commandGroup_alone_showsItsSubcommands(String group) {
        assertThat(run(group)).isEqualTo(UserException.USAGE);
        assertThat(err.toString()).contains("Usage: klamm " + group, "Commands:");
    }

    @Test
    void help_namesEveryCommand() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString())
                .contains("demo", "server", "status", "lag", "groups", "topic", "produce", "consume", "lab", "check");
    }

    @Test
    void version_isTheOneOfTheBuild() {
        assertThat(run("--version")).isZero();
        assertThat(out.toString()).startsWith("klamm ").doesNotContain("unknown", "${");
    }

    @Test
    void topicCreate_givenTwiceDifferently_isRefused() {
        assertThat(run("topic", "create", "t", "3", "1", "--partitions", "4", "--bootstrap-servers", "127.0.0.1:1"))
                .isEqualTo(UserException.USAGE);
        assertThat(err.toString()).contains("partitions: 3 and 4");
    }

    @Test
    void commandConfig_missingFile_isSaidInWords() {
        assertThat(run("groups", "list", "--command-config", "/no/such/file")).isEqualTo(UserException.USAGE);
        assertThat(err.toString()).contains("/no/such/file");
    }

    @Test
    void groupsExplain_unknownLanguage_isUsage() {
        assertThat(run("groups", "explain", "g", "--lang", "de")).isEqualTo(UserException.USAGE);
        assertThat(err.toString()).contains("lang: de (expected: en or ko)");
    }

    @Test
    void groupsExplain_withoutServer_saysHowToStartOne() {
        assertThat(run("groups", "explain", "g", "--url", "http://127.0.0.1:1")).isEqualTo(UserException.FAILED);
        assertThat(err.toString()).contains("no answer from http://127.0.0.1:1");
    }

    private int run(String... arguments) {
        return Main.commandLine(new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(arguments);
    }
}
