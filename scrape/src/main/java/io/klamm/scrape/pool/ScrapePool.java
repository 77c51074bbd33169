package io.klamm.scrape.pool;

import io.klamm.discovery.client.HttpFetcher;
import io.klamm.discovery.group.TargetGroup;
import io.klamm.model.series.Labels;
import io.klamm.scrape.config.ScrapeConfig;
import io.klamm.scrape.relabel.Relabelling;
import io.klamm.scrape.series.PageWriter;
import io.klamm.scrape.targets.Target;
import io.klamm.scrape.targets.TargetBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The loops of one job: one for each target that discovery finds and relabelling leaves. Safe from any thread. */
final class ScrapePool {

    private static final Logger LOG = LoggerFactory.getLogger(ScrapePool.class);

    private final PoolContext pools;
    private final Map<Target.Key, ScrapeLoop> loops = new LinkedHashMap<>();
    private JobSetup setup;
    private TargetBuilder builder;
    private List<TargetGroup> groups = List.of();
    private PoolTargets targets = PoolTargets.NONE;

    private boolean closed;

    private volatile String forcedError = "";

    ScrapePool(ScrapeConfig config, PoolContext pools) {
        this.pools = pools;
        this.setup = setup(config, pools.context().fetchers().fetcher(config.http()));
        this.builder = new TargetBuilder(config);
    }

    private JobSetup setup(ScrapeConfig config, HttpFetcher fetcher) {
        return new JobSetup(config, pools.context(), fetcher, pools.desks(), pools.counters(), () -> forcedError);
    }

    /** Scrapes what there is in these groups, and nothing else. Targets that stay are not disturbed. */
    synchronized void sync(List<TargetGroup> found) {
        if (closed) {
            return;
        }
        groups = List.copyOf(found);
        retarget();
        List<Target.Key> gone = loops.keySet().stream()
                .filter(key -> !targets.active().containsKey(key))
                .toList();
        targets.active().forEach((key, target) -> {
            if (!loops.containsKey(key)) {
                start(target, newWriter(target), TargetStatus.NEW);
            }
        });
        gone.forEach(key -> retire(loops.remove(key)));
    }

    private void retarget() {
        ScrapeConfig config = setup.config();
        PoolTargets before = targets;
        targets = PoolTargets.of(builder, groups, config.limits().keepDroppedTargets());
        int limit = config.limits().targets();
        int count = targets.active().size();
        forcedError = limit > 0 && count > limit
                ? "target_limit exceeded (number of targets: " + count + ", limit: " + limit + ")"
                : "";
        if (!targets.problems().equals(before.problems())) {
            targets.problems().forEach(problem -> LOG.warn("target of job {}: {}", config.jobName(), problem));
        }
    }

    private PageWriter newWriter(Target target) {
        String name =
                "scrape/" + setup.config().jobName() + "/" + target.labels().get("instance");
        return new PageWriter(
                pools.context().appenders().appender(name),
                target.labels(),
                setup.config().samples(),
                setup.config().limits());
    }

    private void start(Target target, PageWriter writer, TargetStatus before) {
        ScrapeLoop loop = new ScrapeLoop(target, setup, writer);
        loops.put(target.key(), loop);
        pools.live().add(target.labels());
        loop.start(before);
    }

    private void retire(@Nullable ScrapeLoop loop) {
        if (loop != null) {
            pools.live().remove(loop.target().labels());
            pools.retirement().retire(loop);
        }
    }

    /** Goes on with another configuration. Targets that it still has go on as well, with the series that they have if those are made alike. */
    synchronized void reload(ScrapeConfig config) {
        ScrapeConfig before = setup.config();
        if (closed || config.equals(before)) {
            return;
        }
        HttpFetcher fetcher = setup.fetcher();
        if (!config.http().equals(before.http())) {
            fetcher.close();
            fetcher = pools.context().fetchers().fetcher(config.http());
        }
        setup = setup(config, fetcher);
        builder = new TargetBuilder(config);
        retarget();
        replaceLoops(
                config.samples().equals(before.samples()) && config.limits().equals(before.limits()));
    }

    private void replaceLoops(boolean keepWriters) {
        Map<Labels, ScrapeLoop> old = new HashMap<>();
        loops.values().forEach(loop -> old.put(loop.target().labels(), loop));
        List<ScrapeLoop> all = new ArrayList<>(loops.values());
        loops.clear();
        for (Target target : targets.active().values()) {
            ScrapeLoop before = old.get(target.labels());
            if (before == null || !all.remove(before)) {
                start(target, newWriter(target), TargetStatus.NEW);
            } else {
                replace(before, target, keepWriters);
            }
        }
        all.forEach(this::retire);
    }

    private void replace(ScrapeLoop before, Target target, boolean keepWriter) {
        PageWriter writer = keepWriter ? before.writer() : newWriter(target);
        ScrapeLoop loop = new ScrapeLoop(target, setup, writer);
        loops.put(target.key(), loop);
        before.stop(() -> {
            if (!keepWriter) {
                writer.inherit(before.writer());
                before.writer().close();
            }
            loop.start(before.status());
        });
    }

    /** The job is no longer wanted: its targets are gone. */
    synchronized void retireAll() {
        closed = true;
        loops.values().forEach(this::retire);
        loops.clear();
        setup.fetcher().close();
    }

    /** The program stops: nothing ends, and nothing is written any more. {@code whenIdle} is run once for each loop. */
    synchronized void stop(Runnable whenIdle) {
        closed = true;
        loops.values()
                .forEach(loop -> loop.stop(() -> {
                    loop.writer().close();
                    whenIdle.run();
                }));
        loops.clear();
        setup.fetcher().close();
    }

    synchronized PoolView view() {
        String job = setup.config().jobName();
        return new PoolView(
                job,
                loops.values().stream()
                        .map(loop -> new ActiveTarget(job, loop.target(), loop.status()))
                        .toList(),
                targets.dropped().stream()
                        .map(labels -> new DroppedTarget(job, labels))
                        .toList(),
                targets.droppedCount(),
                targets.problems());
    }

    synchronized List<TargetMetadata> metadata() {
        return loops.values().stream()
                .map(loop -> new TargetMetadata(loop.target(), loop.metadata()))
                .toList();
    }

    /** What each rule of the job's relabelling does with labels that were discovered. */
    synchronized List<Relabelling.Step> relabelSteps(Labels discovered) {
        return Relabelling.of(setup.config().relabelling()).steps(discovered);
    }

    synchronized ScrapeConfig config() {
        return setup.config();
    }
}
