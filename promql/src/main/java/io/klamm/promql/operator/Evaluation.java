package io.klamm.promql.operator;

import io.klamm.model.series.Labels;
import io.klamm.promql.budget.QueryBudget;
import io.klamm.promql.value.Annotations;
import io.klamm.storage.Querier;
import io.klamm.storage.Queryable;
import io.klamm.storage.Selection;
import io.klamm.storage.Series;
import io.klamm.storage.SeriesSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What the parts of one evaluation share: the store, the budget, what to tell, and the rule for names. For one thread; to be closed. */
public final class Evaluation implements AutoCloseable {

    /** The labels that say what a metric is: arithmetic makes them untrue. */
    private static final Set<String> METADATA = Set.of(Labels.NAME, "__type__", "__unit__");

    /** What a series that was found counts in the budget, in samples. */
    private static final int SERIES_COST = 4;

    private final Queryable queryable;
    private final QueryBudget budget;
    private final Annotations annotations;
    private final boolean delayedNameRemoval;
    private final List<Querier> queriers = new ArrayList<>();

    /**
     * An evaluation.
     *
     * @param delayedNameRemoval whether names that functions make untrue go at the end of the query rather than at once
     */
    public Evaluation(Queryable queryable, QueryBudget budget, Annotations annotations, boolean delayedNameRemoval) {
        this.queryable = queryable;
        this.budget = budget;
        this.annotations = annotations;
        this.delayedNameRemoval = delayedNameRemoval;
    }

    public QueryBudget budget() {
        return budget;
    }

    public Annotations annotations() {
        return annotations;
    }

    /** The series of {@code from <= time <= to} that match, in milliseconds since the epoch; good until this is closed. */
    List<Series> select(long from, long to, Selection selection) {
        Querier querier = queryable.querier(from, to);
        queriers.add(querier);
        SeriesSet set = querier.select(selection);
        List<Series> found = new ArrayList<>();
        while (set.next()) {
            budget.hold(SERIES_COST);
            budget.work(1);
            found.add(set.at());
        }
        annotations.storage(set.warnings());
        return found;
    }

    /** A series whose values are no longer those of the metric that it is named after. */
    public Head renamed(Head head) {
        return delayedNameRemoval ? new Head(head.labels(), true) : Head.of(withoutMetadata(head.labels()));
    }

    /** The labels without the metric's name, type and unit. */
    public static Labels withoutMetadata(Labels labels) {
        return labels.without(METADATA);
    }

    public boolean delayedNameRemoval() {
        return delayedNameRemoval;
    }

    @Override
    public void close() {
        queriers.forEach(Querier::close);
        queriers.clear();
    }
}
