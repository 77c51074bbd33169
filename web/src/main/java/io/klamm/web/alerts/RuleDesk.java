package io.klamm.web.alerts;

import io.klamm.model.rule.Backtest;
import io.klamm.model.rule.RuleGroupView;
import io.klamm.model.rule.RuleProblem;
import java.time.Instant;
import java.util.List;

/** What the rules let people see and do. Safe from any thread. */
public interface RuleDesk {

    /** All groups, in the order of their files. */
    List<RuleGroupView> groups();

    /** The one rule file that people change on the page. */
    OwnRules own();

    /** What is wrong with the text of a rule file; empty for a good one. */
    List<RuleProblem> check(String yaml);

    /**
     * Replaces that file, and evaluates by the new one from now on. States of alerts whose rule did not change stay.
     *
     * @param revision of the text that was changed
     * @return what is wrong; empty when it is saved and on the disk
     * @throws java.util.ConcurrentModificationException if somebody else has saved another since
     */
    List<RuleProblem> save(String yaml, String revision);

    /**
     * What the alerting rules of a text would have done from {@code from} (included) to {@code to} (not included). Takes its time.
     *
     * @throws IllegalArgumentException saying what is wrong with the text or the span
     */
    List<Backtest> backtest(String yaml, Instant from, Instant to) throws InterruptedException;

    /**
     * A rule file as people change it.
     *
     * @param yaml empty where there is none yet
     * @param revision of this text
     */
    record OwnRules(String yaml, String revision) {}
}
