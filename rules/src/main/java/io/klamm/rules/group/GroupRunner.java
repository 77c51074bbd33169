package io.klamm.rules.group;

import io.klamm.model.rule.RuleGroupView;
import io.klamm.rules.file.AlertingRule;
import io.klamm.rules.file.RecordingRule;
import io.klamm.rules.file.Rule;
import io.klamm.rules.file.RuleGroup;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One group of rules at work: when it is told to, it evaluates its rules one after the other, at one time. Safe from any thread; one thing at a time. */
public final class GroupRunner implements AutoCloseable {

    private final String file;
    private final RuleGroup group;
    private final RuleParts parts;
    private final Duration interval;
    private final Duration queryOffset;
    private final SampleWriter writer;
    private final List<RuleRunner> rules;
    /** Rules of a group that this one took the place of, whose series have yet to be ended. */
    private final List<RuleRunner> gone = new ArrayList<>();

    private long iterations;
    private long missed;
    private long evaluations;
    private long failures;
    private Duration lastDuration = Duration.ZERO;
    private Duration totalDuration = Duration.ZERO;
    private @Nullable Instant lastEvaluation;
    private volatile RuleGroupView view;
    private volatile GroupTotals totals;

    public GroupRunner(String file, RuleGroup group, RuleParts parts) {
        this.file = file;
        this.group = group;
        this.parts = parts;
        this.interval = group.interval().orElse(parts.settings().interval());
        this.queryOffset = group.queryOffset().orElse(parts.settings().queryOffset());
        this.writer = new SampleWriter(parts.writes().appender("rules/" + file + ";" + group.name()), parts.tally());
        this.rules = group.rules().stream().map(rule -> runner(rule, parts)).toList();
        this.view = viewed();
        this.totals = totalled();
    }

    private static RuleRunner runner(Rule rule, RuleParts parts) {
        return rule instanceof AlertingRule alerting
                ? new AlertingRunner(alerting, parts)
                : new RecordingRunner((RecordingRule) rule, parts.queries());
    }

    public String file() {
        return file;
    }

    public RuleGroup group() {
        return group;
    }

    public Duration interval() {
        return interval;
    }

    /** Takes up what the store remembers of alerts; before the first evaluation. */
    public synchronized void restore(StateMemory memory) {
        for (RuleRunner rule : rules) {
            if (rule instanceof AlertingRunner alerting) {
                alerting.restore(memory.of(alerting.rule(), queryOffset));
            }
        }
        view = viewed();
    }

    /** Goes on with what is left of rules that are no longer there otherwise: their alerts, and the series that they wrote. */
    public synchronized void adopt(OrphanedRules orphans) {
        for (RuleRunner rule : rules) {
            orphans.take(file, group.name(), rule.rule()).ifPresent(old -> adopt(rule, old));
        }
        gone.addAll(orphans.restOf(file, group.name()));
        view = viewed();
    }

    private static void adopt(RuleRunner rule, RuleRunner old) {
        rule.adoptSeries(old);
        if (rule instanceof AlertingRunner alerting && old instanceof AlertingRunner before) {
            alerting.adopt(before);
        }
    }

    /** Evaluates all rules for this time. A rule that fails does not stop the others. */
    public synchronized void evaluate(Instant at) {
        long begun = parts.nanoTime().getAsLong();
        Moment moment = new Moment(at, queryOffset, interval, group.limit());
        endGone(at);
        for (RuleRunner rule : rules) {
            evaluations++;
            if (!rule.run(moment, writer, parts)) {
                failures++;
            }
        }
        iterations++;
        lastEvaluation = at;
        lastDuration = Duration.ofNanos(parts.nanoTime().getAsLong() - begun);
        totalDuration = totalDuration.plus(lastDuration);
        view = viewed();
        totals = totalled();
    }

    /** Says that so many evaluations were left out. */
    public synchronized void miss(long evaluationsLeftOut) {
        missed += evaluationsLeftOut;
        totals = totalled();
    }

    private void endGone(Instant at) {
        for (RuleRunner rule : gone) {
            rule.retire(at);
            rule.endSeries(writer, at.minus(queryOffset));
        }
        gone.clear();
    }

    /** The group is gone for good: of the rules that nobody goes on with, what fires is resolved, and series end. */
    public synchronized void retire(OrphanedRules orphans, Instant at) {
        gone.addAll(orphans.restOf(file, group.name()));
        endGone(at);
    }

    /** The rules as they are, for a group that takes this one's place. */
    synchronized List<RuleRunner> rules() {
        return rules;
    }

    /** How it was after the last evaluation; never waits. */
    public RuleGroupView view() {
        return view;
    }

    /** What it did until the last evaluation; never waits. */
    public GroupTotals totals() {
        return totals;
    }

    private RuleGroupView viewed() {
        return new RuleGroupView(
                group.name(),
                file,
                interval,
                queryOffset,
                group.limit(),
                lastEvaluation,
                lastDuration,
                rules.stream().map(RuleRunner::view).toList());
    }

    private GroupTotals totalled() {
        return new GroupTotals(
                file,
                group.name(),
                interval,
                rules.size(),
                iterations,
                missed,
                evaluations,
                failures,
                rules.stream().mapToLong(RuleRunner::samples).sum(),
                lastEvaluation,
                lastDuration,
                totalDuration);
    }

    /** Leaves series and alerts as they are: whoever starts next goes on with them. */
    @Override
    public synchronized void close() {
        writer.close();
    }
}
