package io.klamm.kafka;

import io.klamm.model.Retention;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When the records of each topic are deleted, as last told: settings rarely change, so they are asked for once a minute, and at once for a topic that is new.
 * Used by the reader's thread alone. Pure.
 */
final class Retentions {

    private static final Duration KEEP = Duration.ofSeconds(60);

    private final Map<String, Known> known = new HashMap<>();

    /**
     * What is known of one topic.
     *
     * @param topicId of this very topic
     * @param answeredAt when the brokers last said yes or no
     * @param retention as last told
     * @param error why it could not be had when it was last asked for
     */
    private record Known(
            String topicId,
            @Nullable Instant answeredAt,
            Optional<Retention> retention,
            @Nullable Throwable error) {}

    /** Those of the topics (names to ids) that must be asked for now; all others are forgotten. */
    List<String> due(Map<String, String> topics, Instant now) {
        known.entrySet().removeIf(entry -> !entry.getValue().topicId().equals(topics.get(entry.getKey())));
        List<String> due = new ArrayList<>();
        topics.keySet().forEach(name -> {
            if (!fresh(known.get(name), now)) {
                due.add(name);
            }
        });
        return due;
    }

    /** A clock that was set back makes it old, too. */
    private static boolean fresh(@Nullable Known topic, Instant now) {
        return topic != null
                && topic.answeredAt() != null
                && Duration.between(topic.answeredAt(), now).abs().compareTo(KEEP) < 0;
    }

    void answered(String name, String topicId, Optional<Retention> retention, Instant now) {
        known.put(name, new Known(topicId, now, retention, null));
    }

    /** The brokers said no; they are not asked again before the time. */
    void refused(String name, String topicId, Throwable error, Instant now) {
        known.put(name, new Known(topicId, now, Optional.empty(), error));
    }

    /** Nobody answered: what was known stands, and the next cycle asks again. */
    void unanswered(String name, String topicId, Throwable error) {
        known.put(name, new Known(topicId, null, of(name), error));
    }

    Optional<Retention> of(String name) {
        return Optional.ofNullable(known.get(name)).flatMap(Known::retention);
    }

    /** Why the topic's settings could not be had; null when they could. */
    @Nullable
    Throwable error(String name) {
        Known topic = known.get(name);
        return topic == null ? null : topic.error();
    }
}
