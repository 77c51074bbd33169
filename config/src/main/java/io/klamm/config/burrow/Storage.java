package io.klamm.config.burrow;

import io.klamm.config.Format;
import io.klamm.config.Range;
import io.klamm.config.Section;
import java.time.Duration;
import java.util.List;

/**
 * The section of {@code storage}: the window of commits.
 *
 * @param intervals how many commits of each partition are kept
 * @param expireGroup a group that has not committed for so long is forgotten
 * @param minDistance a commit that follows another sooner takes its place
 * @param workers Burrow's threads; nothing here depends on it
 * @param queueDepth Burrow's queue; nothing here depends on it
 */
public record Storage(
        String name,
        int intervals,
        Duration expireGroup,
        Duration minDistance,
        int workers,
        int queueDepth,
        GroupNames groups) {

    private static final int MOST_INTERVALS = 10_000;

    static Storage bind(String name, Section section, Format<String> regex) {
        section.value("class-name", Values.oneOf(List.of("inmemory")), "inmemory");
        return new Storage(
                name,
                section.integer("intervals", 10, Range.of(1, MOST_INTERVALS)),
                Values.atLeastOneSecond(section, "expire-group", 604_800),
                Values.seconds(section, "min-distance", 0),
                section.integer("workers", 20, Range.atLeast(1)),
                section.integer("queue-depth", 1, Values.NOT_NEGATIVE),
                GroupNames.bind(section, regex));
    }
}
