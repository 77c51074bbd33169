package io.klamm.rules.unittest;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.rules.file.RuleFileOptions;
import io.klamm.testing.Conformance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every file of unit tests among promtool's own samples: what is bad or failing by its name fails, and the installed promtool agrees about all that it understands. */
class PromtoolSamplesTest {

    private static final Pattern TESTS = Pattern.compile("^tests:", Pattern.MULTILINE);
    /** What an older promtool does not know. */
    private static final Pattern NOT_UNDERSTOOD =
            Pattern.compile("not found in type|\\{\\{|unknown function|bad number or duration syntax");

    private final UnitTests tests = new UnitTests(RuleFileOptions.STANDARD);

    @Test
    void run_samplesOfUpstream_asNamedAndAsPromtoolSays() throws IOException, InterruptedException {
        List<String> wrong = new ArrayList<>();
        for (Path file : files()) {
            TestReport report = tests.run(file);
            System.out.println(file.getFileName() + ": " + report.summary());
            String name = String.valueOf(file.getFileName());
            if ((name.startsWith("bad") || name.startsWith("failing")) && !report.failed()) {
                wrong.add(name + ": passes");
            }
            Optional<Boolean> promtool = failsInPromtool(file);
            if (promtool.isPresent() && promtool.get() != report.failed()) {
                wrong.add(name + ": promtool says " + (promtool.get() ? "failed" : "passed") + ", we " + report);
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static List<Path> files() {
        return Conformance.files("promtool", ".yml").stream()
                .filter(file -> TESTS.matcher(text(file)).find())
                .toList();
    }

    private static Optional<Boolean> failsInPromtool(Path file) throws IOException, InterruptedException {
        Optional<Path> promtool = promtool();
        if (promtool.isEmpty()) {
            System.out.println(file.getFileName() + ": not compared (expected: promtool on the PATH)");
            return Optional.empty();
        }
        Process process = new ProcessBuilder(promtool.get().toString(), "test", "rules", file.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.waitFor();
        // without an interval, an older promtool takes none for zero
        boolean noInterval = !text(file).contains("interval:");
        if (code != 0 && (noInterval || NOT_UNDERSTOOD.matcher(output).find())) {
            System.out.println(file.getFileName() + ": not compared, promtool is too old for it");
            return Optional.empty();
        }
        return Optional.of(code != 0);
    }

    private static Optional<Path> promtool() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .map(directory -> Path.of(directory, "promtool"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
