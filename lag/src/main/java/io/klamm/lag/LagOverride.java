package io.klamm.lag;

import io.klamm.config.Format;
import io.klamm.config.Range;
import io.klamm.config.Section;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One exception from what is tolerated in general; what is empty stays as it is.
 *
 * @param topics all of them, for an exception that is about groups alone
 * @param mute whether nobody is to be alarmed
 */
public record LagOverride(
        Names groups,
        Names topics,
        Optional<Duration> window,
        Optional<Integer> minimumCommits,
        Optional<Long> allowedLag,
        Optional<Duration> silence,
        Optional<Boolean> mute) {

    static final Duration SHORTEST_WINDOW = Duration.ofMinutes(1);
    static final Duration LONGEST_WINDOW = Duration.ofDays(1);
    static final Range COMMITS = Range.of(2, 10);
    static final Range LAG = Range.atLeast(0);

    /** One item of {@code lag.overrides}. */
    static LagOverride bind(Section section, Format<Predicate<String>> patterns) {
        if (!section.has("groups") && !section.has("topics")) {
            section.problem("about nothing (expected: groups, topics or both)");
        }
        return new LagOverride(
                names(section, "groups", patterns),
                names(section, "topics", patterns),
                given(
                        section,
                        "window",
                        key -> section.duration(key, SHORTEST_WINDOW, SHORTEST_WINDOW, LONGEST_WINDOW)),
                given(section, "minimum-commits", key -> section.integer(key, 2, COMMITS)),
                given(section, "allowed-lag", key -> section.longInteger(key, 0, LAG)),
                given(section, "silence", key -> section.duration(key, Duration.ZERO)),
                given(section, "mute", key -> section.bool(key, false)));
    }

    private static Names names(Section section, String key, Format<Predicate<String>> patterns) {
        return section.optional(key, patterns)
                .map(matches -> new Names(section.string(key, ""), matches))
                .orElse(Names.ALL);
    }

    /** What the section has of a key; asking makes the key known in any case. */
    private static <T> Optional<T> given(Section section, String key, Function<String, T> read) {
        T value = read.apply(key);
        return section.has(key) ? Optional.of(value) : Optional.empty();
    }

    boolean matches(String group, String topic) {
        return groups.matches().test(group) && topics.matches().test(topic);
    }

    /** Whether it is about groups, whatever their topics. */
    boolean ofWholeGroups() {
        return topics.equals(Names.ALL);
    }
}
