package io.klamm.cmd.alerting;

import io.klamm.cmd.store.SeriesStore;
import io.klamm.model.ComponentStatus;
import io.klamm.model.rule.Backtest;
import io.klamm.model.rule.RuleGroupView;
import io.klamm.model.rule.RuleProblem;
import io.klamm.promql.engine.Engine;
import io.klamm.promql.engine.EngineSettings;
import io.klamm.rules.RuleManager;
import io.klamm.rules.alert.AlertSink;
import io.klamm.rules.alert.DataHealth;
import io.klamm.rules.backtest.Backtester;
import io.klamm.rules.file.RuleFile;
import io.klamm.rules.file.RuleFileOptions;
import io.klamm.rules.file.RuleFiles;
import io.klamm.rules.group.RuleSettings;
import io.klamm.rules.outlier.EngineExpressions;
import io.klamm.rules.outlier.OutlierRecorder;
import io.klamm.rules.outlier.Subject;
import io.klamm.web.alerts.RuleDesk;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The rules as the server has them: they ask and write the store, and tell a sink; beside them, what records outliers for them. */
final class RuleRoom implements RuleDesk, AutoCloseable {

    private static final Duration OUTLIERS = Duration.ofMinutes(1);

    private final RuleManager manager;
    private final RuleBook book;
    private final Backtester backtester;
    private final OutlierRecorder outliers;

    /** Asks and evaluates nothing yet. */
    RuleRoom(
            RuleSettings settings,
            OwnRulesFile own,
            SeriesStore store,
            AlertSink sink,
            DataHealth health,
            Clock clock) {
        Engine engine = new Engine(EngineSettings.standard(), store, System::nanoTime);
        this.manager = RuleManager.over(settings, engine, store, store, sink, health, clock);
        this.book = new RuleBook(manager, own);
        this.backtester = new Backtester(EngineSettings.standard(), store, settings);
        this.outliers = new OutlierRecorder(Subject.usual(), new EngineExpressions(engine, store), store, clock);
    }

    /** Puts the rules of the configuration in force. The store must be open. */
    void apply(List<RuleFile> files) {
        book.apply(files);
    }

    /** The store must be open. */
    void start() {
        manager.start();
        outliers.start(OUTLIERS);
    }

    ComponentStatus status() {
        return manager.status();
    }

    @Override
    public List<RuleGroupView> groups() {
        return manager.groups();
    }

    @Override
    public OwnRules own() {
        return book.own().read();
    }

    @Override
    public List<RuleProblem> check(String yaml) {
        return RuleBook.check(yaml);
    }

    @Override
    public List<RuleProblem> save(String yaml, String revision) {
        return book.save(yaml, revision);
    }

    @Override
    public List<Backtest> backtest(String yaml, Instant from, Instant to) throws InterruptedException {
        RuleFile file = RuleFiles.parse("rules", yaml, RuleFileOptions.OWN)
                .value()
                .orElseThrow(() -> new IllegalArgumentException("rules: "
                        + check(yaml).stream()
                                .findFirst()
                                .map(RuleProblem::message)
                                .orElse("nothing to evaluate")));
        return backtester.run(file, from, to);
    }

    @Override
    public void close() {
        outliers.close();
        manager.close();
    }
}
