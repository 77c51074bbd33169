package io.klamm.kafka;

import io.klamm.config.Durations;
import io.klamm.config.Format;
import io.klamm.config.Parsed;
import io.klamm.config.Section;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How a cluster's offsets topic is read: the section {@code offsets-topic} of a cluster.
 *
 * @param topic its name
 * @param start where the first reading begins
 */
public record OffsetsTopicConfig(Reading reading, String topic, Start start) {

    /** Whether the topic is read. */
    public enum Reading {
        /** Wherever the cluster lets us; where it does not, groups are known from the Admin API alone. */
        AUTO,
        /** Never. */
        OFF
    }

    /** Where the first reading of the topic begins. */
    public sealed interface Start {

        /** At the first record that is not older than that; what was written before is never read. */
        record Recent(Duration backfill) implements Start {

            public Recent {
                if (backfill.isNegative()) {
                    throw new IllegalArgumentException("backfill: " + backfill + " (expected: 0 or more)");
                }
            }
        }

        /** At the oldest record. */
        record Oldest() implements Start {}

        /** At the end, and beside it once more from the oldest record up to there. */
        record LatestThenOldest() implements Start {}
    }

    public static final String TOPIC = "__consumer_offsets";

    /** As long as the window by which groups are judged, so that verdicts are not blind after a start. */
    private static final Duration BACKFILL = Duration.ofMinutes(10);

    private static final Duration LONGEST = Duration.ofDays(7);
    private static final String ALL = "all";
    private static final String BACKFILL_FORM = "0s to 7d, or " + ALL;

    private static final Format<Start> START = Format.explained(BACKFILL_FORM, OffsetsTopicConfig::parsed);
    private static final String TOPIC_FORM = "1 to 249 letters, digits, '.', '_' and '-'";
    private static final Format<String> TOPIC_NAME = Format.explained(
            TOPIC_FORM, text -> text.matches("[a-zA-Z0-9._-]{1,249}") ? Parsed.good(text) : Parsed.bad(TOPIC_FORM));

    /** What holds for a cluster whose section says nothing. */
    public static OffsetsTopicConfig defaults() {
        return new OffsetsTopicConfig(Reading.AUTO, TOPIC, new Start.Recent(BACKFILL));
    }

    /** The section {@code offsets-topic}; problems are noted in it. */
    static OffsetsTopicConfig bind(Section section) {
        return new OffsetsTopicConfig(
                section.choice("read", List.of(Reading.values()), Reading.AUTO),
                section.value("name", TOPIC_NAME, TOPIC),
                start(section));
    }

    private static Start start(Section section) {
        Optional<Start> backfill = section.optional("backfill", START);
        boolean latest = section.bool("start-latest", false);
        boolean thenOldest = section.bool("backfill-earliest", false);
        if (latest && section.has("backfill")) {
            section.problem("backfill", "set together with start-latest: true (expected: one of the two)");
        }
        if (thenOldest && !latest) {
            section.problem("backfill-earliest", "true without start-latest: true (expected: both, or backfill: all)");
        }
        if (latest) {
            return thenOldest ? new Start.LatestThenOldest() : new Start.Recent(Duration.ZERO);
        }
        return backfill.orElse(new Start.Recent(BACKFILL));
    }

    private static Parsed<Start> parsed(String text) {
        if (text.equals(ALL)) {
            return Parsed.good(new Start.Oldest());
        }
        Optional<Duration> backfill = Durations.parse(text);
        return backfill.filter(duration -> duration.compareTo(LONGEST) <= 0)
                .map(duration -> Parsed.<Start>good(new Start.Recent(duration)))
                .orElseGet(() -> Parsed.bad(BACKFILL_FORM));
    }
}
