package io.klamm.promql.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.testing.Conformance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Runs every script of Prometheus's own tests that is at hand, and prints how each went. */
class ConformanceScriptsTest {

    @Test
    void scripts_ofPrometheus_nothingFails() throws IOException, ScriptException {
        List<String> failures = new ArrayList<>();
        for (Path file : Conformance.files("promql", ".test")) {
            ScriptReport report = ScriptRunner.run(file.getFileName().toString(), Files.readString(file));
            System.out.println(report.summary());
            report.failures().forEach(failure -> failures.add(report.name() + " " + failure));
            if (Boolean.getBoolean("klamm.promql.unsupported")) {
                report.unsupported().forEach(System.out::println);
            }
        }
        assertThat(failures).isEmpty();
    }
}
