package io.klamm.rules;

import io.klamm.model.alert.Alert;
import io.klamm.model.rule.ActiveAlert;
import io.klamm.model.rule.RuleView;
import io.klamm.model.series.Labels;
import io.klamm.promql.engine.Engine;
import io.klamm.promql.engine.EngineSettings;
import io.klamm.promql.engine.QueryOptions;
import io.klamm.promql.value.Vector;
import io.klamm.rules.alert.DataHealth;
import io.klamm.rules.file.RuleFile;
import io.klamm.rules.file.RuleFileOptions;
import io.klamm.rules.file.RuleFiles;
import io.klamm.rules.group.Queries;
import io.klamm.rules.group.RuleParts;
import io.klamm.rules.group.RuleSettings;
import io.klamm.rules.group.RuleTally;
import io.klamm.storage.Appender;
import io.klamm.storage.memory.MemoryStorage;
import io.klamm.testing.ManualClock;
import io.klamm.testing.ManualTimers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Rules over a store in memory and a clock that is turned by hand. Restarting it forgets all but the store. */
public final class RuleBench {

    /** Where the clock begins: a whole hour. */
    public static final Instant START = Instant.parse("2026-11-24T00:00:00Z");

    private final ManualClock clock = new ManualClock(START);
    private final MemoryStorage store = new MemoryStorage(0);
    private final List<Alert> told = new ArrayList<>();
    private ManualTimers timers = new ManualTimers(clock);
    private DataHealth health = DataHealth.ALWAYS;
    private List<RuleFile> files = List.of();
    private boolean sinkBroken;
    private RuleManager manager = fresh();

    private RuleManager fresh() {
        Engine engine = new Engine(EngineSettings.standard(), store, System::nanoTime);
        RuleParts parts = new RuleParts(
                RuleSettings.STANDARD.withExternalUrl("http://klamm"),
                new Queries(engine, store),
                store,
                this::tell,
                (labels, at) -> health.current(labels, at),
                (name, template, source, value, at) -> template.replace("VALUE", Double.toString(value)),
                new RuleTally(),
                System::nanoTime);
        return new RuleManager(parts, clock, timers::after, Runnable::run, () -> {});
    }

    private void tell(List<Alert> alerts) {
        if (sinkBroken) {
            throw new IllegalStateException("sink: broken (expected: for this test)");
        }
        told.addAll(alerts);
    }

    public RuleBench start(String yaml) {
        files = List.of(RuleFiles.parse("rules.yml", yaml, RuleFileOptions.OWN).orThrow());
        manager.apply(files);
        manager.start();
        return this;
    }

    public void reload(String yaml) {
        files = List.of(RuleFiles.parse("rules.yml", yaml, RuleFileOptions.OWN).orThrow());
        manager.apply(files);
    }

    /** Dies without a word, and is up again after so long. */
    public void restartAfter(Duration down) {
        timers = new ManualTimers(clock);
        clock.advance(down);
        manager = fresh();
        manager.apply(files);
        manager.start();
    }

    public void health(DataHealth newHealth) {
        health = newHealth;
    }

    public void breakSink(boolean broken) {
        sinkBroken = broken;
    }

    public void advance(Duration by) {
        timers.advance(by);
    }

    public void set(String name, double value, String... labels) {
        try (Appender appender = store.appender("test")) {
            appender.begin(clock.millis());
            appender.append(appender.series(Labels.of(labels).with(Labels.NAME, name)), value);
            appender.commit();
        }
    }

    /** A sample every 15 seconds, and the clock turned as far. */
    public void hold(String name, double value, Duration by, String... labels) {
        for (long second = 0; second < by.toSeconds(); second += 15) {
            set(name, value, labels);
            advance(Duration.ofSeconds(15));
        }
    }

    public Instant now() {
        return clock.instant();
    }

    public RuleManager manager() {
        return manager;
    }

    /** What was told since the last call. */
    public List<Alert> told() {
        List<Alert> all = List.copyOf(told);
        told.clear();
        return all;
    }

    public List<ActiveAlert> active() {
        return manager.groups().stream()
                .flatMap(group -> group.rules().stream())
                .filter(RuleView.Alerting.class::isInstance)
                .flatMap(rule -> ((RuleView.Alerting) rule).alerts().stream())
                .toList();
    }

    public Vector query(String expression) {
        return (Vector) new Engine(EngineSettings.standard(), store, System::nanoTime)
                .instant(expression, clock.millis(), QueryOptions.none())
                .execute()
                .value();
    }
}
