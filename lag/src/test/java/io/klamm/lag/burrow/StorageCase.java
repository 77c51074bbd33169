package io.klamm.lag.burrow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.klamm.model.burrow.BurrowCommit;
import io.klamm.model.burrow.BurrowPartition;
import io.klamm.model.commit.CommitBatch;
import io.klamm.model.verdict.GroupVerdict;
import io.klamm.testing.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Events one after the other, and what Burrow's storage holds after them. */
final class StorageCase {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final long BASE = NOW.toEpochMilli() - 10_000_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final BurrowKeeper keeper;

    private StorageCase(JsonNode settings) {
        keeper = new BurrowKeeper("local", settings(settings), new ManualClock(NOW));
    }

    /** How what is held differs from what is expected; empty when it does not. */
    static String failure(JsonNode one) {
        StorageCase run = new StorageCase(one.path("settings"));
        for (JsonNode event : one.path("events")) {
            run.apply(event);
        }
        JsonNode found = run.held();
        return found.equals(one.path("expect")) ? "" : found + " (expected: " + one.path("expect") + ")";
    }

    private static BurrowSettings settings(JsonNode settings) {
        return new BurrowSettings(
                settings.path("intervals").asInt(),
                Duration.ofSeconds(settings.path("min_distance_s").asLong()),
                Duration.ofSeconds(settings.path("expire_group_s").asLong()),
                matches(settings.path("group_allow_regex").asText(), true)
                        .and(matches(settings.path("group_deny_regex").asText(), false)
                                .negate()),
                Duration.ofSeconds(10),
                0,
                0,
                false,
                1000);
    }

    private static Predicate<String> matches(String regex, boolean empty) {
        return regex.isEmpty() ? group -> empty : Pattern.compile(regex).asPredicate();
    }

    private void apply(JsonNode event) {
        String topic = event.path("topic").asText();
        String group = event.path("group").asText();
        int partition = event.path("partition").asInt();
        switch (event.path("op").asText()) {
            case "end" -> end(event, topic, partition);
            case "commit" -> commit(event, group, topic, partition);
            case "owner" ->
                keeper.owner(
                        group,
                        topic,
                        partition,
                        event.path("owner").asText(),
                        event.path("client_id").asText());
            case "clear_owners" -> keeper.clearOwners(group);
            case "delete_topic" -> keeper.topicGone(topic);
            case "delete_group" -> {
                if (topic.isEmpty()) {
                    keeper.removed(group);
                } else {
                    keeper.removed(group, topic);
                }
            }
            default -> throw new IllegalArgumentException("op: " + event + " (expected: one that is known)");
        }
    }

    private void end(JsonNode event, String topic, int partition) {
        long[] ends = new long[event.path("partition_count").asInt()];
        Arrays.fill(ends, -1);
        ends[partition] = event.path("offset").asLong();
        keeper.observeEnds(topic, ends, BASE + event.path("ts_ms").asLong());
    }

    private void commit(JsonNode event, String group, String topic, int partition) {
        CommitBatch batch = new CommitBatch(1);
        batch.add(
                keeper.target(GroupVerdict.Source.OFFSETS_TOPIC, group, topic, partition),
                event.path("offset").asLong(),
                BASE + event.path("ts_ms").asLong(),
                event.path("order").asLong());
        keeper.accept(batch);
    }

    private JsonNode held() {
        ObjectNode held = JSON.createObjectNode();
        held.set("groups_listed_before_read", JSON.valueToTree(keeper.groups()));
        held.set("group_g", keeper.group("g").<JsonNode>map(this::topics).orElse(JSON.nullNode()));
        held.set("groups_listed_after_read", JSON.valueToTree(keeper.groups()));
        held.set("topics_listed", JSON.valueToTree(keeper.topics()));
        held.set(
                "end_offsets_of_topic_t",
                keeper.ends("t").<JsonNode>map(StorageCase::known).orElse(JSON.nullNode()));
        return normal(held);
    }

    /** Read back from text, so that numbers are of the same kinds as those expected. */
    private static JsonNode normal(JsonNode node) {
        try {
            return JSON.readTree(node.toString());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ArrayNode known(List<OptionalLong> ends) {
        ArrayNode known = JSON.createArrayNode();
        ends.stream().filter(OptionalLong::isPresent).forEach(end -> known.add(end.getAsLong()));
        return known;
    }

    private ObjectNode topics(SortedMap<String, List<BurrowPartition>> topics) {
        ObjectNode node = JSON.createObjectNode();
        topics.forEach((topic, partitions) -> {
            ArrayNode array = node.putArray(topic);
            partitions.forEach(partition -> partition(array.addObject(), partition));
        });
        return node;
    }

    private static void partition(ObjectNode node, BurrowPartition partition) {
        ArrayNode ends = node.putArray("broker_history");
        partition.ends().forEach(ends::add);
        node.put("client_id", partition.clientId());
        node.put("current_lag", partition.currentLag());
        node.put("owner", partition.owner());
        ArrayNode window = node.putArray("window");
        for (int i = partition.commits().size(); i < partition.slots(); i++) {
            window.addNull();
        }
        partition.commits().forEach(commit -> commit(window.addObject(), commit));
    }

    private static void commit(ObjectNode node, BurrowCommit commit) {
        if (commit.lag().isPresent()) {
            node.put("lag", commit.lag().getAsLong());
        } else {
            node.putNull("lag");
        }
        node.put("offset", commit.offset());
        node.put("order", commit.order());
        node.put("ts_ms", commit.timeMillis() - BASE);
    }
}
