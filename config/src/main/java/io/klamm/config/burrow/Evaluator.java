package io.klamm.config.burrow;

import io.klamm.config.Section;
import java.time.Duration;
import java.util.List;

/**
 * The section of {@code evaluator}.
 *
 * @param expireCache how long a verdict is given out before a new one is made
 * @param minimumComplete a partition whose window is filled less than this share, 0 to 1, is not judged
 * @param allowedLag a lag of so many records counts as none
 */
public record Evaluator(String name, Duration expireCache, double minimumComplete, long allowedLag) {

    static Evaluator bind(String name, Section section) {
        section.value("class-name", Values.oneOf(List.of("caching")), "caching");
        return new Evaluator(
                name,
                Values.seconds(section, "expire-cache", 10),
                section.value("minimum-complete", Values.SHARE, 0.0),
                section.longInteger("allowed-lag", 0, Values.NOT_NEGATIVE));
    }
}
