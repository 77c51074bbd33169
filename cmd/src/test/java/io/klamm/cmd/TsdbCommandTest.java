package io.klamm.cmd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TsdbCommandTest {

    @TempDir
    private Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path store = Path.of("");
    private Path text = Path.of("");

    @BeforeEach
    void places() {
        store = directory.resolve("metrics");
        text = directory.resolve("page.txt");
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Main.commandLine(new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(arguments);
    }

    /** Three series over five hours of the year 2001, one after the other. */
    private void write() throws IOException {
        StringBuilder page = new StringBuilder("# TYPE lag gauge\n");
        for (String topic : List.of("orders", "payments", "결제")) {
            for (int i = 0; i < 1_200; i++) {
                page.append("lag{topic=\"")
                        .append(topic)
                        .append("\"} ")
                        .append(i)
                        .append(' ');
                page.append(1_000_000_000 + 15 * i).append('\n');
            }
        }
        Files.writeString(text, page.append("# EOF\n"));
    }

    private Path oneFile(String name) throws IOException {
        try (Stream<Path> files = Files.walk(store)) {
            return files.filter(file -> String.valueOf(file.getFileName()).startsWith(name))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void import_oldSamples_areAnalyzedAndVerified() throws IOException {
        write();

        assertThat(run("tsdb", "import", text.toString(), "--into", store.toString()))
                .isZero();
        assertThat(out.toString()).contains("3,600 samples in 4 block(s)");

        assertThat(run("tsdb", "analyze", store.toString(), "--limit", "2")).isZero();
        assertThat(out.toString())
                .contains("Series         3, 0 of them in memory")
                .contains("Samples        3,600")
                .containsPattern("Blocks +[0-9.]+ KiB, [0-9.]+ bytes a sample")
                .containsPattern("lag +3\n")
                .containsPattern("topic +3\n");

        assertThat(run("tsdb", "verify", store.toString())).isZero();
        assertThat(out.toString()).contains("4 block(s)", "all right");
    }

    @Test
    void verify_flippedBit_isDamageAndNamed() throws IOException {
        write();
        run("tsdb", "import", text.toString(), "--into", store.toString());
        Path chunks = oneFile("chunks");
        byte[] bytes = Files.readAllBytes(chunks);
        bytes[bytes.length / 2] ^= 4;
        Files.write(chunks, bytes);

        assertThat(run("tsdb", "verify", store.toString())).isEqualTo(UserException.FAILED);
        assertThat(out.toString()).contains("damaged");
        assertThat(err.toString()).contains("wrong checksum", "lag");
    }

    @Test
    void snapshot_isAStoreOfItsOwn() throws IOException {
        write();
        run("tsdb", "import", text.toString(), "--into", store.toString());
        Path copy = directory.resolve("copy");

        assertThat(run("tsdb", "snapshot", store.toString(), "--to", copy.toString()))
                .isZero();
        assertThat(run("tsdb", "analyze", copy.toString())).isZero();
        assertThat(out.toString()).contains("Samples        3,600");
        assertThat(run("tsdb", "snapshot", store.toString(), "--to", copy.toString()))
                .isEqualTo(UserException.FAILED);
        assertThat(err.toString()).contains("not empty");
    }

    @Test
    void import_mistakeInTheFile_importsNothingAndNamesTheLine() throws IOException {
        Files.writeString(text, "lag 1 1000000000\nlag{ 2 1000000015\n# EOF\n");

        assertThat(run("tsdb", "import", text.toString(), "--into", store.toString()))
                .isEqualTo(UserException.FAILED);
        assertThat(err.toString()).contains("page.txt:2:", "nothing was imported");
        run("tsdb", "analyze", store.toString());
        assertThat(out.toString()).contains("Series         0");
    }

    @Test
    void import_sampleWithoutTime_isRefused() throws IOException {
        Files.writeString(text, "lag 1 1000000000\nlag 2\n# EOF\n");

        assertThat(run("tsdb", "import", text.toString(), "--into", store.toString()))
                .isEqualTo(UserException.FAILED);
        assertThat(err.toString()).contains("page.txt:2:", "without a timestamp");
    }

    @Test
    void analyze_noDirectory_isSaid() {
        assertThat(run("tsdb", "analyze", directory.resolve("nothing").toString()))
                .isEqualTo(UserException.FAILED);
        assertThat(err.toString()).contains("nothing: not there");
    }
}
