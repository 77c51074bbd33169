package io.klamm.cmd.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.klamm.model.verdict.Language;
import io.klamm.model.verdict.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Partitions in the form of the API's {@code PartitionLag}, and what is said of them. */
final class Partitions {

    private Partitions() {}

    /** Those of which something else than OK is said, the worst first; equals keep their order. */
    static List<JsonNode> troubled(JsonNode detail) {
        return judged(detail).stream()
                .filter(partition -> verdict(partition) != Verdict.OK)
                .toList();
    }

    /** Those of which anything is said, the worst first. */
    static List<JsonNode> judged(JsonNode detail) {
        List<JsonNode> judged = new ArrayList<>();
        detail.path("partitions").forEach(partition -> {
            if (partition.has("verdict")) {
                judged.add(partition);
            }
        });
        judged.sort(Comparator.comparing(Partitions::verdict).reversed());
        return judged;
    }

    /** A verdict that this version does not know counts as one of which nothing can be said. */
    private static Verdict verdict(JsonNode partition) {
        String word = partition.path("verdict").asText();
        for (Verdict verdict : Verdict.values()) {
            if (verdict.label().equals(word)) {
                return verdict;
            }
        }
        return Verdict.UNKNOWN;
    }

    static String word(JsonNode partition) {
        return partition.path("verdict").asText("-").toUpperCase(Locale.ROOT);
    }

    /** {@code topic-partition}. */
    static String name(JsonNode partition) {
        return partition.path("topic").asText() + "-"
                + partition.path("partition").asText();
    }

    /** The rule that held, in words. */
    static String reason(JsonNode partition, Language language) {
        JsonNode text = partition.path("evidence").path("text");
        return switch (language) {
            case ENGLISH -> text.path("en").asText();
            case KOREAN -> text.path("ko").asText();
        };
    }
}
