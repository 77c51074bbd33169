package io.klamm.cmd.scraping;

import io.klamm.model.series.Metadata;
import io.klamm.scrape.pool.ActiveTarget;
import io.klamm.scrape.pool.PoolView;
import io.klamm.scrape.pool.ScrapeView;
import io.klamm.scrape.pool.TargetMetadata;
import io.klamm.scrape.pool.TargetStatus;
import io.klamm.scrape.targets.Target;
import io.klamm.web.prometheus.Targets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is scraped, as Prometheus's API tells it. Safe from any thread. */
final class ScrapedTargets implements Targets {

    private final ScrapeView view;

    ScrapedTargets(ScrapeView view) {
        this.view = view;
    }

    @Override
    public List<Active> active() {
        Map<Target.Key, Map<String, Metadata>> metadata = new HashMap<>();
        for (TargetMetadata each : view.metadata()) {
            metadata.put(each.target().key(), each.families());
        }
        return view.pools().stream()
                .flatMap(pool -> pool.active().stream())
                .map(target ->
                        active(target, metadata.getOrDefault(target.target().key(), Map.of())))
                .toList();
    }

    private static Active active(ActiveTarget active, Map<String, Metadata> metadata) {
        Target target = active.target();
        TargetStatus status = active.status();
        Duration took = status.lastDuration();
        return new Active(
                target.discovered(),
                target.labels(),
                active.pool(),
                target.url().toString(),
                status.lastError(),
                Optional.ofNullable(status.lastScrape()),
                took == null ? Duration.ZERO : took,
                status.health().word(),
                target.interval(),
                target.timeout(),
                metadata.entrySet().stream()
                        .map(family -> new Described(family.getKey(), family.getValue()))
                        .toList());
    }

    @Override
    public List<Dropped> dropped() {
        return view.pools().stream()
                .flatMap(pool -> pool.dropped().stream())
                .map(dropped -> new Dropped(dropped.discovered(), dropped.pool()))
                .toList();
    }

    @Override
    public List<String> pools() {
        return view.pools().stream().map(PoolView::pool).toList();
    }
}
