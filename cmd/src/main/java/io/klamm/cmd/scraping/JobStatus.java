package io.klamm.cmd.scraping;

import io.klamm.discovery.SourceStatus;
import io.klamm.model.ComponentStatus;
import io.klamm.model.ComponentStatus.State;
import io.klamm.scrape.pool.ActiveTarget;
import io.klamm.scrape.pool.Health;
import io.klamm.scrape.pool.PoolView;
import io.klamm.scrape.pool.ScrapeView;
import io.klamm.scrape.pool.TargetStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** How a job of scraping fares, told as of any other component: in error when none of its targets can be scraped. */
final class JobStatus {

    private static final String KIND = "scrape";

    private final String job;
    private final List<ActiveTarget> targets;
    private final List<String> problems = new ArrayList<>();

    private JobStatus(String job, Optional<PoolView> pool, Stream<SourceStatus> sources) {
        this.job = job;
        this.targets = pool.map(PoolView::active).orElse(List.of());
        sources.forEach(source -> problems.addAll(source.problems()));
        pool.ifPresent(view -> problems.addAll(view.problems()));
    }

    static ComponentStatus of(String job, ScrapeView view) {
        Optional<PoolView> pool =
                view.pools().stream().filter(each -> each.pool().equals(job)).findFirst();
        return new JobStatus(job, pool, view.discovery().stream().filter(source -> source.jobs()
                        .contains(job)))
                .status();
    }

    private ComponentStatus status() {
        Optional<Instant> last = newest(targets.stream());
        return new ComponentStatus(
                KIND,
                job,
                state(),
                last.orElse(null),
                newest(targets.stream().filter(target -> target.status().health() == Health.UP))
                        .orElse(null),
                null,
                null,
                sum(TargetStatus::scrapes),
                sum(TargetStatus::failures),
                counts(),
                new TreeMap<>(),
                new TreeMap<>(),
                message().orElse(null));
    }

    private State state() {
        long up = count(Health.UP);
        long down = count(Health.DOWN);
        if (up == 0 && down == 0) {
            return problems.isEmpty() ? State.STARTING : State.WARNING;
        }
        if (up == 0) {
            return State.ERROR;
        }
        return down == 0 && problems.isEmpty() ? State.OK : State.WARNING;
    }

    private Optional<String> message() {
        return Stream.concat(
                        targets.stream()
                                .filter(target -> !target.status().lastError().isEmpty())
                                .map(target -> target.target().url() + ": "
                                        + target.status().lastError()),
                        problems.stream())
                .findFirst();
    }

    private SortedMap<String, Long> counts() {
        SortedMap<String, Long> counts = new TreeMap<>();
        counts.put("targets", (long) targets.size());
        counts.put("up", count(Health.UP));
        counts.put("skipped", sum(TargetStatus::skipped));
        return counts;
    }

    private long count(Health health) {
        return targets.stream()
                .filter(target -> target.status().health() == health)
                .count();
    }

    private long sum(ToLongFunction<TargetStatus> of) {
        return targets.stream().map(ActiveTarget::status).mapToLong(of).sum();
    }

    private static Optional<Instant> newest(Stream<ActiveTarget> of) {
        return of.map(target -> target.status().lastScrape())
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder());
    }
}
