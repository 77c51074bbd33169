package io.klamm.discovery;

import io.klamm.discovery.group.Found;
import io.klamm.discovery.group.TargetGroup;
import io.klamm.discovery.group.TargetSource;
import io.klamm.discovery.timing.Timers;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks one source again and again, each time some while after it has answered, and keeps what it said last. */
final class Polling {

    private static final Logger LOG = LoggerFactory.getLogger(Polling.class);

    private final TargetSource source;
    private final Timers timers;
    private final Clock clock;
    private final Runnable changed;

    private List<TargetGroup> groups = List.of();
    private List<String> problems = List.of();

    @Nullable
    private Instant lastLook;

    @Nullable
    private Instant lastFound;

    private boolean closed;
    private Runnable timer = () -> {};

    /** @param changed told after the first answer, and after each that has other groups than the one before */
    Polling(TargetSource source, Timers timers, Clock clock, Runnable changed) {
        this.source = source;
        this.timers = timers;
        this.clock = clock;
        this.changed = changed;
    }

    void look() {
        synchronized (this) {
            if (closed) {
                return;
            }
        }
        CompletableFuture<Found> unused =
                source.look().whenComplete((found, failure) -> take(failure == null ? found : broken(failure)));
    }

    private Found broken(Throwable failure) {
        LOG.error("discovery of {} failed", source.name(), failure);
        return Found.failed(source.name() + ": " + failure);
    }

    private void take(Found found) {
        if (keep(found)) {
            changed.run();
        }
        synchronized (this) {
            if (!closed) {
                timer = timers.after(source.interval(), this::look);
            }
        }
    }

    /** Whether there are other groups than before, or this is the first answer. */
    private synchronized boolean keep(Found found) {
        boolean first = lastLook == null;
        lastLook = clock.instant();
        if (!found.problems().equals(problems)) {
            found.problems().forEach(problem -> LOG.warn("discovery of {}: {}", source.name(), problem));
        }
        problems = found.problems();
        if (found.groups().isEmpty() || closed) {
            return first && !closed;
        }
        lastFound = lastLook;
        List<TargetGroup> now = found.groups().get();
        boolean different = first || !now.equals(groups);
        groups = now;
        return different;
    }

    synchronized List<TargetGroup> groups() {
        return groups;
    }

    /** Whether the source has answered at least once. */
    synchronized boolean looked() {
        return lastLook != null;
    }

    synchronized SourceStatus status(List<String> jobs) {
        int targets = groups.stream().mapToInt(group -> group.targets().size()).sum();
        return new SourceStatus(source.name(), jobs, lastLook, lastFound, targets, problems);
    }

    void close() {
        synchronized (this) {
            closed = true;
            timer.run();
        }
        source.close();
    }
}
