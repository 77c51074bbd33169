package io.klamm.cmd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
    @ValueSource(strings = {"lab", "topic", "groups", "check", "tsdb", "alerts"})
    void commandGroup_alone_showsItsSubcommands(String group) {
        assertThat(run(group)).isEqualTo(UserException.USAGE);
        assertThat(err.toString()).contains("Usage: klamm " + group, "Commands:");
    }

    @Test
    void help_namesEveryCommand() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString())
                .contains(
                        "demo", "server", "status", "lag", "groups", "alerts", "topic", "produce", "consume", "lab",
                        "check", "tsdb");
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

    @Test
    void checkConfig_burrow_saysWhatIsUnderstoodAndNoSecret(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("burrow.toml"), """
                [client-profile.p]
                sasl = "s"
                [sasl.s]
                mechanism = "SCRAM-SHA-512"
                username = "u"
                password = "canary-4711"
                [cluster.Live]
                servers = ["a:9092"]
                client-profile = "p"
                [consumer.live]
                cluster = "live"
                servers = ["a:9092"]
                group-blacklist = "^console-"
                [httpserver.default]
                address = ":8000"
                """);

        assertThat(run("check", "config", "--burrow", folder.toString())).isZero();
        assertThat(out.toString())
                .contains("all right, 1 cluster(s)", "cluster Live: a:9092", "SASL_PLAINTEXT with SCRAM-SHA-512")
                .contains("__consumer_offsets", "without ^console-", "httpserver default: 0.0.0.0:8000");
        assertThat(err.toString()).contains("warning: ", "group-blacklist", "asks for a login");

        Files.writeString(file, Files.readString(file).replace("live\"\ns", "lve\"\ns"));
        assertThat(run("check", "config", "--burrow", file.toString())).isEqualTo(UserException.USAGE);
        assertThat(err.toString()).contains("did you mean Live?", "1 problem(s)");
        assertThat(run("server", "--burrow-config", file.toString())).isEqualTo(UserException.USAGE);
        assertThat(out.toString() + err).doesNotContain("canary-4711");
    }

    @Test
    void checkConfig_twoFilesOrNone_isUsage() {
        assertThat(run("check", "config")).isEqualTo(UserException.USAGE);
        assertThat(run("check", "config", "x", "--burrow", "y")).isEqualTo(UserException.USAGE);
        assertThat(run("server", "--config", "x", "--burrow-config", "y")).isEqualTo(UserException.USAGE);
        assertThat(err.toString()).contains("nothing to check", "two files", "--config and --burrow-config: both");
    }

    private int run(String... arguments) {
        return Main.commandLine(new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(arguments);
    }
}
