package io.klamm.scrape.push;

import io.klamm.model.series.Labels;
import java.time.Instant;
import java.util.Optional;

/**
 * A group as it is now.
 *
 * @param labels that name it
 * @param families how many it has
 * @param samples how many it has
 * @param pushed when something was pushed last
 * @param failed when a push did not fit last
 */
public record PushedGroupView(
        Labels labels, int families, int samples, Optional<Instant> pushed, Optional<Instant> failed) {

    static PushedGroupView of(PushGroup group) {
        return new PushedGroupView(
                group.labels(), group.families().size(), group.size(), time(group.pushed()), time(group.failed()));
    }

    private static Optional<Instant> time(long millis) {
        return millis == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }
}
