package io.klamm.discovery;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a source of targets fares.
 *
 * @param source what it is called: {@code file targets/*.yml}
 * @param jobs whose targets it finds
 * @param lastLook when it last answered, null before the first time
 * @param lastFound when it last found what there is, null before the first time
 * @param targets how many there are
 * @param problems of the last look
 */
public record SourceStatus(
        String source,
        List<String> jobs,
        @Nullable Instant lastLook,
        @Nullable Instant lastFound,
        int targets,
        List<String> problems) {

    public SourceStatus {
        jobs = List.copyOf(jobs);
        problems = List.copyOf(problems);
    }
}
