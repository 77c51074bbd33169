package io.klamm.rules.group;

import io.klamm.model.series.Labels;
import io.klamm.promql.value.QueryException;
import io.klamm.promql.value.Vector;
import io.klamm.rules.alert.AlertTexts;
import io.klamm.rules.alert.Candidate;
import io.klamm.rules.alert.Candidates;
import io.klamm.rules.alert.Remembered;
import io.klamm.rules.alert.RuleException;
import io.klamm.rules.file.AlertingRule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the store remembers of the alerts of rules, after a restart. An alert that was firing is one again at once, so that if its reason is gone by now, that is told.
 *
 * <p>That an alert is a certain rule's is known from asking the rule's expression at the time when the alert was last written; so are its texts. Where that gives nothing, the alert is taken for the
 * rule's if no other rule has that name.
 */
public final class StateMemory {

    private static final Logger LOG = LoggerFactory.getLogger(StateMemory.class);

    private final Queries queries;
    private final AlertTexts texts;
    private final StoredStates states;
    private final Set<String> sharedNames;

    /**
     * A memory as of now.
     *
     * @param sharedNames names that more than one rule has
     */
    public StateMemory(RuleParts parts, Instant now, Set<String> sharedNames) {
        this.queries = parts.queries();
        this.texts = parts.texts();
        this.states = new StoredStates(
                parts.queries().store(), now, parts.settings().forState().outageTolerance());
        this.sharedNames = Set.copyOf(sharedNames);
    }

    List<Remembered> of(AlertingRule rule, Duration queryOffset) {
        try {
            return remembered(rule, states.of(rule, queryOffset), queryOffset);
        } catch (RuntimeException e) {
            LOG.warn("alert {}: what was before the start cannot be read, it begins anew", rule.name(), e);
            return List.of();
        }
    }

    private List<Remembered> remembered(AlertingRule rule, List<StoredStates.State> stored, Duration queryOffset) {
        Map<Instant, Map<Labels, Candidate>> asked = new HashMap<>();
        List<Remembered> remembered = new ArrayList<>();
        for (StoredStates.State state : stored) {
            Candidate known = asked.computeIfAbsent(state.lastSeen(), at -> at(rule, at, queryOffset))
                    .get(state.labels());
            Optional.ofNullable(known)
                    .or(() -> sharedNames.contains(rule.name()) ? Optional.empty() : Optional.of(guess(rule, state)))
                    .ifPresent(alert ->
                            remembered.add(new Remembered(alert, state.activeAt(), state.firedAt(), state.lastSeen())));
        }
        return remembered;
    }

    private Map<Labels, Candidate> at(AlertingRule rule, Instant at, Duration queryOffset) {
        Map<Labels, Candidate> found = new HashMap<>();
        try {
            Vector result = queries.at(rule.expr(), at.minus(queryOffset));
            new Candidates(rule, texts).of(result, at).forEach(candidate -> found.put(candidate.labels(), candidate));
        } catch (QueryException | RuleException e) {
            LOG.debug("alert {}: its expression has no answer at {}", rule.name(), at, e);
        }
        return found;
    }

    /** An alert of which only the labels are known; those that the rule does not set are its series'. */
    private static Candidate guess(AlertingRule rule, StoredStates.State state) {
        Set<String> set = new HashSet<>(rule.labels().keySet());
        set.add("alertname");
        return new Candidate(state.labels(), state.labels().without(set), new TreeMap<>(), Double.NaN);
    }
}
