package io.klamm.scrape.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.klamm.scrape.exposition.ExpositionFormat;
import io.klamm.testing.Conformance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The standard's own pages: which of them are OpenMetrics and which are not. */
class OpenMetricsConformanceTest {

    @Test
    void check_pagesOfTheStandard_asTheirDataSays() throws IOException {
        List<Path> cases = Conformance.files("openmetrics", "").stream()
                .filter(Files::isDirectory)
                .toList();
        assumeThat(cases).isNotEmpty();
        List<String> failed = new ArrayList<>();
        for (Path each : cases) {
            String problem = problem(each);
            System.out.println(
                    each.getFileName() + (problem.isEmpty() ? ": 1 passed, 0 failed" : ": 0 passed, 1 failed"));
            if (!problem.isEmpty()) {
                failed.add(each.getFileName() + ": " + problem);
            }
        }
        System.out.println("openmetrics: " + (cases.size() - failed.size()) + " passed, " + failed.size() + " failed");
        assertThat(failed).isEmpty();
    }

    private static String problem(Path directory) throws IOException {
        boolean expected = new ObjectMapper()
                .readTree(directory.resolve("test.json").toFile())
                .get("shouldParse")
                .asBoolean();
        CheckReport report =
                MetricsCheck.check(Files.readAllBytes(directory.resolve("metrics")), ExpositionFormat.OPENMETRICS);
        if (expected == report.error().isEmpty()) {
            return "";
        }
        return expected ? "refused: " + report.error().get() : "accepted";
    }
}
