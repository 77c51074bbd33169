package io.klamm.storage.merge;

import io.klamm.model.series.CodePointOrder;
import io.klamm.storage.Matcher;
import io.klamm.storage.Names;
import io.klamm.storage.Querier;
import io.klamm.storage.Selection;
import io.klamm.storage.SeriesSet;
import io.klamm.storage.StorageException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * A view on several stores as if they were one: a series that several have is one series, and where two have a sample of the same time, the later store in the list wins. A store that cannot answer is a
 * warning, unless none can.
 */
public final class MergedQuerier implements Querier {

    private final List<Querier> queriers;

    /** A view that closes all of these. */
    public MergedQuerier(List<? extends Querier> queriers) {
        this.queriers = List.copyOf(queriers);
    }

    @Override
    public SeriesSet select(Selection selection) {
        if (queriers.size() == 1) {
            return queriers.get(0).select(selection);
        }
        Selection sorted = new Selection(selection.matchers(), true, selection.hints());
        List<String> warnings = new ArrayList<>();
        return new MergedSeriesSet(askAll(querier -> querier.select(sorted), warnings), warnings);
    }

    @Override
    public Names labelNames(List<Matcher> matchers, int limit) {
        return names(querier -> querier.labelNames(matchers, limit), limit);
    }

    @Override
    public Names labelValues(String label, List<Matcher> matchers, int limit) {
        return names(querier -> querier.labelValues(label, matchers, limit), limit);
    }

    private Names names(Function<Querier, Names> question, int limit) {
        if (queriers.size() == 1) {
            return question.apply(queriers.get(0));
        }
        List<String> failures = new ArrayList<>();
        TreeSet<String> names = new TreeSet<>(CodePointOrder.INSTANCE);
        Set<String> warnings = new LinkedHashSet<>();
        boolean truncated = false;
        for (Names answer : askAll(question, failures)) {
            names.addAll(answer.names());
            warnings.addAll(answer.warnings());
            truncated |= answer.truncated();
        }
        warnings.addAll(failures);
        Names limited = Names.limited(List.copyOf(names), List.copyOf(warnings), limit);
        return truncated ? new Names(limited.names(), limited.warnings(), true) : limited;
    }

    /** The answers of those that can answer; {@link StorageException} if there are some and none can. */
    private <T> List<T> askAll(Function<Querier, T> question, List<String> warnings) {
        List<T> answers = new ArrayList<>();
        StorageException last = null;
        for (Querier querier : queriers) {
            try {
                answers.add(question.apply(querier));
            } catch (StorageException e) {
                warnings.add(String.valueOf(e.getMessage()));
                last = e;
            }
        }
        if (answers.isEmpty() && last != null) {
            throw last;
        }
        return answers;
    }

    /** Closes all, also if one of them cannot be closed. */
    @Override
    public void close() {
        RuntimeException first = null;
        for (Querier querier : queriers) {
            try {
                querier.close();
            } catch (RuntimeException e) {
                if (first == null) {
                    first = e;
                } else {
                    first.addSuppressed(e);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
