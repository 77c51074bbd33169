package io.klamm.rules.group;

import io.klamm.model.alert.Alert;
import io.klamm.model.rule.RuleView;
import io.klamm.model.series.Labels;
import io.klamm.promql.value.Vector;
import io.klamm.rules.alert.Absence;
import io.klamm.rules.alert.AlertMachine;
import io.klamm.rules.alert.Candidates;
import io.klamm.rules.alert.Remembered;
import io.klamm.rules.alert.RuleSample;
import io.klamm.rules.file.AlertingRule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** An alerting rule at work. */
final class AlertingRunner extends RuleRunner {

    private final AlertingRule rule;
    private final RuleParts parts;
    private final Candidates candidates;
    private final AlertMachine machine;
    private final MissingData missing;
    private final String url;

    AlertingRunner(AlertingRule rule, RuleParts parts) {
        this.rule = rule;
        this.parts = parts;
        this.candidates = new Candidates(rule, parts.texts());
        this.machine = new AlertMachine(rule, parts.settings().forState());
        this.missing = new MissingData(rule, parts);
        this.url = GraphLink.of(parts.settings().externalUrl(), rule.expr());
    }

    @Override
    AlertingRule rule() {
        return rule;
    }

    @Override
    List<RuleSample> give(Moment moment) {
        Vector result = parts.queries().at(rule.expr(), moment.queryTime());
        Absence absence = missing.at(moment);
        machine.evaluate(candidates.of(result, moment.at()), moment.at(), absence, moment.limit());
        tell(moment.at(), moment.interval());
        return machine.samples();
    }

    /** What fires goes on firing for those who are told, as long as nobody knows better. */
    @Override
    void failed(Moment moment) {
        tell(moment.at(), moment.interval());
    }

    /**
     * Tells before anything is written: whoever dies in between tells once more rather than never.
     */
    private void tell(Instant at, Duration interval) {
        Duration resend = parts.settings().resend();
        List<Alert> due = machine.due(at, resend, interval, url);
        if (!due.isEmpty() && parts.told(due)) {
            machine.told(at, resend);
        }
    }

    @Override
    void retire(Instant at) {
        machine.retire(at);
        tell(at, parts.settings().interval());
    }

    void restore(List<Remembered> remembered) {
        machine.restore(remembered);
    }

    void adopt(AlertingRunner old) {
        machine.adopt(old.machine);
    }

    @Override
    RuleView view() {
        return new RuleView.Alerting(
                rule.name(),
                rule.expr(),
                rule.hold(),
                rule.keepFiring(),
                Labels.of(rule.labels()),
                rule.annotations(),
                health(),
                lastError(),
                lastEvaluation(),
                lastDuration(),
                machine.active());
    }
}
