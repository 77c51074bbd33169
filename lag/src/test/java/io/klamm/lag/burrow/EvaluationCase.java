package io.klamm.lag.burrow;

import com.fasterxml.jackson.databind.JsonNode;
import io.klamm.model.burrow.BurrowStatus;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One window, and what Burrow says of it. */
final class EvaluationCase {

    private EvaluationCase() {}

    /** How the evaluator differs from what is expected; empty when it does not. */
    static String failure(JsonNode one) {
        CommitRing window = window(one.path("window"));
        EndRing ends = ends(one.path("broker_end_offsets_oldest_first"));
        long allowed = one.path("allowed_lag").asLong();
        BurrowEvaluator evaluator = new BurrowEvaluator(
                allowed, (float) one.path("minimum_complete").asDouble());
        BurrowStatus status = evaluator.judge(
                window,
                ends,
                one.path("current_lag").asLong(),
                one.path("now_s").asLong());
        Map<String, String> found = new TreeMap<>();
        found.put("partition_status", status.name());
        found.put("complete", Float.toString(BurrowEvaluator.complete(window)));
        if (window != null && window.size() > 0) {
            found.put("start_offset", Long.toString(window.offset(0)));
            found.put("end_offset", Long.toString(window.offset(window.size() - 1)));
            rules(found, window, ends, allowed, one.path("now_s").asLong());
        }
        return difference(one.path("expect"), found);
    }

    private static void rules(Map<String, String> found, CommitRing window, EndRing ends, long allowed, long now) {
        found.put("lag_never_at_or_below_allowed", "" + BurrowRules.alwaysAbove(window, allowed));
        found.put("first_rewind_index", "" + BurrowRules.firstRewind(window));
        found.put("stopped_by_time", "" + BurrowRules.stoppedByTime(window, now));
        found.put("offsets_all_equal", "" + BurrowRules.offsetsAllEqual(window));
        found.put("lag_never_decreases", "" + BurrowRules.lagNeverDecreases(window));
        found.put("zero_lag_in_broker_history", "" + BurrowRules.caughtUpLately(window, ends));
    }

    /** Every field that is expected must have been found, and null where null is expected. */
    private static String difference(JsonNode expect, Map<String, String> found) {
        StringBuilder failure = new StringBuilder();
        expect.properties().forEach(entry -> {
            String key = entry.getKey();
            if (key.equals("rules")) {
                failure.append(difference(entry.getValue(), found));
            } else if (!text(key, entry.getValue()).equals(found.getOrDefault(key, "null"))) {
                failure.append(key)
                        .append(": ")
                        .append(found.get(key))
                        .append(" (expected: ")
                        .append(entry.getValue())
                        .append(") ");
            }
        });
        return failure.toString();
    }

    private static String text(String key, JsonNode value) {
        return key.equals("complete") ? Float.toString((float) value.asDouble()) : value.asText();
    }

    private static @Nullable CommitRing window(JsonNode slots) {
        if (slots.isEmpty()) {
            return null;
        }
        CommitRing window = new CommitRing(slots.size());
        for (JsonNode slot : slots) {
            if (!slot.isNull()) {
                long lag = slot.path("lag").isNumber() ? slot.path("lag").asLong() : CommitRing.UNKNOWN_LAG;
                window.append(
                        slot.path("order").asLong(),
                        slot.path("offset").asLong(),
                        slot.path("ts_ms").asLong(),
                        0,
                        lag,
                        Long.MIN_VALUE);
            }
        }
        return window;
    }

    private static EndRing ends(JsonNode offsets) {
        EndRing ends = new EndRing(Math.max(1, offsets.size()));
        offsets.forEach(offset -> ends.add(offset.asLong()));
        return ends;
    }
}
