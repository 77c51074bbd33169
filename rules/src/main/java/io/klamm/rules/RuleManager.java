package io.klamm.rules;

import io.klamm.model.ComponentStatus;
import io.klamm.model.rule.RuleGroupView;
import io.klamm.promql.engine.Engine;
import io.klamm.rules.alert.AlertSink;
import io.klamm.rules.alert.DataHealth;
import io.klamm.rules.file.AlertingRule;
import io.klamm.rules.file.Rule;
import io.klamm.rules.file.RuleFile;
import io.klamm.rules.file.RuleGroup;
import io.klamm.rules.group.GroupRunner;
import io.klamm.rules.group.GroupTotals;
import io.klamm.rules.group.OrphanedRules;
import io.klamm.rules.group.Queries;
import io.klamm.rules.group.RuleParts;
import io.klamm.rules.group.RuleSettings;
import io.klamm.rules.group.RuleTally;
import io.klamm.rules.group.StateMemory;
import io.klamm.rules.schedule.GroupLoop;
import io.klamm.rules.schedule.RuleThreads;
import io.klamm.rules.schedule.Timers;
import io.klamm.rules.text.AlertTemplates;
import io.klamm.rules.text.PrometheusTexts;
import io.klamm.storage.Appenders;
import io.klamm.storage.Queryable;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;

/**
 * Evaluates the rules of any number of files, each group on its own clock. Safe from any thread; views never wait for an evaluation.
 *
 * <p>At the first {@link #apply} alerts go on as the store remembers them. Closing leaves alerts and series as they are, for the next start.
 */
public final class RuleManager implements AutoCloseable {

    private record Key(String file, String group) {}

    private final RuleParts parts;
    private final Clock clock;
    private final Timers timers;
    private final Executor threads;
    private final Runnable threadsEnd;
    private volatile Map<Key, GroupLoop> loops = Map.of();
    private boolean applied;
    private boolean started;

    /**
     * A manager of templates with Prometheus's functions, and threads of its own.
     *
     * @param engine asks {@code reads}
     * @param reads where rules read, and where states are found after a restart
     * @param writes where rules write
     * @param sink whom they tell
     * @param health what is known of the data, for rules that keep their state while data are missing
     */
    public static RuleManager over(
            RuleSettings settings,
            Engine engine,
            Queryable reads,
            Appenders writes,
            AlertSink sink,
            DataHealth health,
            Clock clock) {
        Queries queries = new Queries(engine, reads);
        AlertTemplates texts = new AlertTemplates(
                new PrometheusTexts(queries, settings.externalUrl()),
                settings.externalLabels(),
                settings.externalUrl());
        RuleParts parts =
                new RuleParts(settings, queries, writes, sink, health, texts, new RuleTally(), System::nanoTime);
        return new RuleManager(parts, clock);
    }

    /** A manager with threads of its own. */
    public RuleManager(RuleParts parts, Clock clock) {
        this(parts, clock, new RuleThreads());
    }

    private RuleManager(RuleParts parts, Clock clock, RuleThreads threads) {
        this(parts, clock, threads, threads, threads::close);
    }

    RuleManager(RuleParts parts, Clock clock, Timers timers, Executor threads, Runnable threadsEnd) {
        this.parts = parts;
        this.clock = clock;
        this.timers = timers;
        this.threads = threads;
        this.threadsEnd = threadsEnd;
    }

    /** From now on groups are evaluated. */
    public synchronized void start() {
        started = true;
        loops.values().forEach(GroupLoop::start);
    }

    /**
     * Evaluates these files from now on. Groups that are as before go on undisturbed; in others, rules of the same name and labels keep their alerts. What fired by a rule that is gone is
     * resolved. Waits for the evaluations of groups that change.
     */
    public synchronized void apply(List<RuleFile> files) {
        Map<Key, GroupLoop> before = loops;
        Map<Key, GroupLoop> after = new LinkedHashMap<>();
        List<GroupLoop> fresh = new ArrayList<>();
        for (RuleFile file : files) {
            for (RuleGroup group : file.groups()) {
                Key key = new Key(file.name(), group.name());
                GroupLoop known = before.get(key);
                if (known != null && known.runner().group().equals(group)) {
                    after.putIfAbsent(key, known);
                } else if (!after.containsKey(key)) {
                    GroupLoop loop = loop(new GroupRunner(file.name(), group, parts));
                    after.put(key, loop);
                    fresh.add(loop);
                }
            }
        }
        List<GroupLoop> old = before.values().stream()
                .filter(loop -> !after.containsValue(loop))
                .toList();
        old.forEach(GroupLoop::stop);
        prepare(fresh, old, after);
        loops = after;
        if (started) {
            fresh.forEach(GroupLoop::start);
        }
    }

    private GroupLoop loop(GroupRunner runner) {
        return new GroupLoop(runner, clock, timers, threads);
    }

    private void prepare(List<GroupLoop> fresh, List<GroupLoop> old, Map<Key, GroupLoop> after) {
        Instant now = clock.instant();
        if (!applied) {
            applied = true;
            StateMemory memory = new StateMemory(parts, now, sharedNames(fresh));
            fresh.forEach(loop -> loop.runner().restore(memory));
            return;
        }
        OrphanedRules orphans = new OrphanedRules();
        old.forEach(loop -> orphans.add(loop.runner()));
        fresh.forEach(loop -> loop.runner().adopt(orphans));
        for (GroupLoop loop : old) {
            GroupRunner runner = loop.runner();
            if (!after.containsKey(new Key(runner.file(), runner.group().name()))) {
                runner.retire(orphans, now);
            }
            runner.close();
        }
    }

    private static Set<String> sharedNames(List<GroupLoop> loops) {
        Set<String> seen = new HashSet<>();
        Set<String> shared = new HashSet<>();
        for (GroupLoop loop : loops) {
            for (Rule rule : loop.runner().group().rules()) {
                if (rule instanceof AlertingRule && !seen.add(rule.name())) {
                    shared.add(rule.name());
                }
            }
        }
        return shared;
    }

    /** All groups as they were after their last evaluation, in the order of their files. */
    public List<RuleGroupView> groups() {
        return loops.values().stream().map(loop -> loop.runner().view()).toList();
    }

    /** What each group did since it was there. */
    public List<GroupTotals> totals() {
        return loops.values().stream().map(loop -> loop.runner().totals()).toList();
    }

    /** How all groups together fare. */
    public ComponentStatus status() {
        return RuleStatus.of(groups(), totals(), parts.tally());
    }

    /** Ends what runs. */
    @Override
    public void close() {
        loops.values().forEach(GroupLoop::stop);
        parts.queries().cancel();
        threadsEnd.run();
        loops.values().forEach(loop -> loop.runner().close());
    }
}
