package io.klamm.rules.group;

import io.klamm.model.rule.RuleView;
import io.klamm.model.series.Labels;
import io.klamm.model.series.LabelsBuilder;
import io.klamm.promql.value.Vector;
import io.klamm.rules.alert.RuleException;
import io.klamm.rules.alert.RuleSample;
import io.klamm.rules.file.RecordingRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A recording rule at work. */
final class RecordingRunner extends RuleRunner {

    private final RecordingRule rule;
    private final Queries queries;

    RecordingRunner(RecordingRule rule, Queries queries) {
        this.rule = rule;
        this.queries = queries;
    }

    @Override
    RecordingRule rule() {
        return rule;
    }

    @Override
    List<RuleSample> give(Moment moment) {
        Vector result = queries.at(rule.expr(), moment.queryTime());
        List<RuleSample> samples = new ArrayList<>(result.size());
        Set<Labels> seen = new HashSet<>();
        for (int i = 0; i < result.size(); i++) {
            Labels labels = labels(result.labels(i));
            if (!seen.add(labels)) {
                throw new RuleException(
                        "vector contains metrics with the same labelset after applying rule labels: " + labels);
            }
            samples.add(new RuleSample(labels, result.value(i)));
        }
        if (moment.limit() > 0 && samples.size() > moment.limit()) {
            throw new RuleException("exceeded limit of " + moment.limit() + " with " + samples.size() + " series");
        }
        return samples;
    }

    private Labels labels(Labels source) {
        LabelsBuilder labels = source.builder().set(Labels.NAME, rule.name());
        rule.labels().forEach(labels::set);
        return labels.build();
    }

    @Override
    void failed(Moment moment) {}

    @Override
    void retire(Instant at) {}

    @Override
    RuleView view() {
        return new RuleView.Recording(
                rule.name(),
                rule.expr(),
                Labels.of(rule.labels()),
                health(),
                lastError(),
                lastEvaluation(),
                lastDuration());
    }
}
