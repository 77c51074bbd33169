package io.klamm.rules.alert;

import io.klamm.model.series.Labels;
import io.klamm.model.series.LabelsBuilder;
import io.klamm.promql.value.Vector;
import io.klamm.rules.file.AlertingRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Makes alerts of the result of a rule's expression. */
public final class Candidates {

    static final String ALERT_NAME = "alertname";

    private final AlertingRule rule;
    private final AlertTexts texts;

    public Candidates(AlertingRule rule, AlertTexts texts) {
        this.rule = rule;
        this.texts = texts;
    }

    /**
     * One alert for each series.
     *
     * @throws RuleException if two would have the same labels
     */
    public List<Candidate> of(Vector result, Instant at) {
        List<Candidate> candidates = new ArrayList<>(result.size());
        Set<Labels> seen = new HashSet<>();
        for (int i = 0; i < result.size(); i++) {
            Candidate candidate = candidate(result.labels(i), result.value(i), at);
            if (!seen.add(candidate.labels())) {
                throw new RuleException("vector contains metrics with the same labelset after applying alert labels: "
                        + candidate.labels());
            }
            candidates.add(candidate);
        }
        return candidates;
    }

    private Candidate candidate(Labels series, double value, Instant at) {
        Labels source = series.withoutName();
        LabelsBuilder labels = source.builder();
        rule.labels().forEach((name, text) -> labels.set(name, texts.expand(rule.name(), text, series, value, at)));
        labels.set(ALERT_NAME, rule.name());
        SortedMap<String, String> annotations = new TreeMap<>();
        rule.annotations()
                .forEach((name, text) -> annotations.put(name, texts.expand(rule.name(), text, series, value, at)));
        return new Candidate(labels.build(), source, annotations, value);
    }
}
