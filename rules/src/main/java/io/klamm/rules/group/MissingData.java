package io.klamm.rules.group;

import io.klamm.model.series.Labels;
import io.klamm.promql.parser.ParseException;
import io.klamm.promql.parser.ParserOptions;
import io.klamm.promql.parser.PromqlParser;
import io.klamm.promql.value.QueryException;
import io.klamm.promql.value.Vector;
import io.klamm.rules.alert.Absence;
import io.klamm.rules.alert.BareExpression;
import io.klamm.rules.alert.RuleException;
import io.klamm.rules.file.AlertingRule;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells an alert that is over from one whose data are missing: only of the latter has the bare expression no element either, while its data are not current. */
final class MissingData {

    private final Optional<String> bare;
    private final RuleParts parts;

    MissingData(AlertingRule rule, RuleParts parts) {
        this.bare = rule.keepWhileMissing() ? bare(rule) : Optional.empty();
        this.parts = parts;
    }

    private static Optional<String> bare(AlertingRule rule) {
        try {
            return BareExpression.of(PromqlParser.parse(rule.expr(), ParserOptions.EVERYTHING));
        } catch (ParseException e) {
            // Whoever evaluates the rule says what is wrong with it.
            return Optional.empty();
        }
    }

    Absence at(Moment moment) {
        return bare.isPresent() ? new Held(bare.get(), moment) : Absence.RESOLVES;
    }

    private final class Held implements Absence {

        private final String expression;
        private final Moment moment;
        private @Nullable Set<Labels> present;

        Held(String expression, Moment moment) {
            this.expression = expression;
            this.moment = moment;
        }

        @Override
        public boolean holds(Labels alert, Labels source) {
            return !parts.health().current(alert, moment.at()) && !present().contains(source);
        }

        private Set<Labels> present() {
            if (present == null) {
                present = ask();
            }
            return present;
        }

        /** None if the question cannot be answered: then it is not known that anything is over. */
        private Set<Labels> ask() {
            Set<Labels> found = new HashSet<>();
            try {
                Vector elements = parts.queries().at(expression, moment.queryTime());
                for (int i = 0; i < elements.size(); i++) {
                    found.add(elements.labels(i).withoutName());
                }
            } catch (QueryException | RuleException e) {
                return Set.of();
            }
            return found;
        }
    }
}
