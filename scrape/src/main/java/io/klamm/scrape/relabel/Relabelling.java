package io.klamm.scrape.relabel;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.klamm.model.series.Labels;
import io.klamm.model.series.LabelsBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rules in their order, made ready to run. Safe from any thread. */
public final class Relabelling {

    /** No rules: everything stays as it is. */
    public static final Relabelling NONE = new Relabelling(List.of());

    private final List<Rule> rules;

    private Relabelling(List<Rule> rules) {
        this.rules = rules;
    }

    public static Relabelling of(List<RelabelConfig> configs) {
        return configs.isEmpty()
                ? NONE
                : new Relabelling(configs.stream().map(Rule::new).toList());
    }

    /**
     * The regex of a rule.
     *
     * @throws IllegalArgumentException if it is none; the message says why
     */
    static Pattern compile(String regex) {
        try {
            return Pattern.compile("^(?s:" + regex + ")$");
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(e.getDescription(), e);
        }
    }

    public boolean isEmpty() {
        return rules.isEmpty();
    }

    /** What the rules make of labels; nothing if they drop them. */
    public Optional<Labels> apply(Labels labels) {
        if (rules.isEmpty()) {
            return Optional.of(labels);
        }
        LabelsBuilder builder = labels.builder();
        return apply(builder) ? Optional.of(builder.build()) : Optional.empty();
    }

    /** Lets the rules change labels in the making; false if they drop them. */
    public boolean apply(LabelsBuilder labels) {
        for (Rule rule : rules) {
            if (!rule.apply(labels)) {
                return false;
            }
        }
        return true;
    }

    /**
     * What each rule did.
     *
     * @param labels as the rule left them
     * @param kept whether the rule let them pass; the last step of labels that were dropped did not
     */
    public record Step(RelabelConfig rule, Labels labels, boolean kept) {}

    /** What becomes of labels rule by rule, up to the one that drops them. */
    public List<Step> steps(Labels labels) {
        List<Step> steps = new ArrayList<>();
        LabelsBuilder builder = labels.builder();
        for (Rule rule : rules) {
            boolean kept = rule.apply(builder);
            steps.add(new Step(rule.config(), builder.build(), kept));
            if (!kept) {
                break;
            }
        }
        return steps;
    }
}
