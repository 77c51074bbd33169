package io.klamm.lag.burrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.klamm.testing.Conformance;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Burrow's own answers to many situations, recorded: ours must be the same. */
class BurrowConformanceTest {

    /** What a case is called, and how it failed; an empty text when it passed. */
    private record Outcome(String id, String failure) {}

    @Test
    void cases_all_areAsBurrowAnswers() throws IOException {
        List<Path> files = Conformance.files("burrow", ".json");
        assumeFalse(files.isEmpty(), "no conformance data");
        List<Outcome> all = new ArrayList<>();
        for (Path file : files) {
            all.addAll(run(file));
        }
        assertThat(all).isNotEmpty().allMatch(outcome -> outcome.failure().isEmpty());
    }

    private static List<Outcome> run(Path file) throws IOException {
        JsonNode root = new ObjectMapper().readTree(file.toFile());
        List<Outcome> outcomes = new ArrayList<>();
        outcomes.addAll(section(file, root, "partition_evaluation", EvaluationCase::failure));
        outcomes.addAll(section(file, root, "window_storage", StorageCase::failure));
        outcomes.addAll(section(file, root, "group_roll_up", RollUpCase::failure));
        if (root.has("notifier")) {
            System.out.println(file.getFileName() + " notifier: skipped, Burrow's notifier is not built yet");
        }
        if (!outcomes.isEmpty()) {
            print(file.getFileName().toString(), outcomes);
        }
        return outcomes;
    }

    private static List<Outcome> section(Path file, JsonNode root, String name, Function<JsonNode, String> judge) {
        List<Outcome> outcomes = new ArrayList<>();
        for (JsonNode one : root.path(name)) {
            outcomes.add(new Outcome(one.path("id").asText(), judge(one, judge)));
        }
        if (!outcomes.isEmpty()) {
            print(file.getFileName() + " " + name, outcomes);
        }
        return outcomes;
    }

    /** A case that cannot be run is one that failed. */
    private static String judge(JsonNode one, Function<JsonNode, String> judge) {
        try {
            return judge.apply(one);
        } catch (RuntimeException e) {
            return e.toString();
        }
    }

    private static void print(String name, List<Outcome> outcomes) {
        long failed = outcomes.stream()
                .filter(outcome -> !outcome.failure().isEmpty())
                .count();
        System.out.println(name + ": " + (outcomes.size() - failed) + " passed, " + failed + " failed");
    }
}
