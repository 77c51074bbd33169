package io.klamm.storage.fanout;

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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * A view on all stores, the primary one last: in a merger the last wins. The primary store is asked first, so that nothing is on its way when it fails.
 */
final class FanoutQuerier implements Querier {

    private final Querier primary;
    private final List<SecondaryQuerier> secondaries;
    private final ExecutorService threads;

    FanoutQuerier(Querier primary, List<SecondaryQuerier> secondaries, ExecutorService threads) {
        this.primary = primary;
        this.secondaries = secondaries;
        this.threads = threads;
    }

    @Override
    public SeriesSet select(Selection selection) {
        Selection sorted = new Selection(selection.matchers(), true, selection.hints());
        SeriesSet first = primary.select(sorted);
        List<Future<SecondaryQuerier.Told<SeriesSet>>> asked = askSecondaries(querier -> querier.select(sorted));
        List<String> warnings = new ArrayList<>();
        List<SeriesSet> sets = new ArrayList<>(answers(asked, warnings));
        return FanoutSeriesSet.of(first, sets, warnings);
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
        Names first = question.apply(primary);
        List<Future<SecondaryQuerier.Told<Names>>> asked = askSecondaries(question);
        List<String> failures = new ArrayList<>();
        List<Names> all = new ArrayList<>(answers(asked, failures));
        all.add(first);
        TreeSet<String> names = new TreeSet<>(CodePointOrder.INSTANCE);
        Set<String> warnings = new LinkedHashSet<>(failures);
        boolean truncated = false;
        for (Names one : all) {
            names.addAll(one.names());
            warnings.addAll(one.warnings());
            truncated |= one.truncated();
        }
        Names limited = Names.limited(List.copyOf(names), List.copyOf(warnings), limit);
        return truncated ? new Names(limited.names(), limited.warnings(), true) : limited;
    }

    private <T> List<Future<SecondaryQuerier.Told<T>>> askSecondaries(Function<Querier, T> question) {
        List<Future<SecondaryQuerier.Told<T>>> asked = new ArrayList<>();
        for (SecondaryQuerier secondary : secondaries) {
            asked.add(threads.submit(() -> secondary.ask(question)));
        }
        return asked;
    }

    private static <T> List<T> answers(List<Future<SecondaryQuerier.Told<T>>> asked, List<String> warnings) {
        List<T> answers = new ArrayList<>();
        for (Future<SecondaryQuerier.Told<T>> future : asked) {
            SecondaryQuerier.Told<T> told = await(future);
            T answer = told.answer();
            if (answer == null) {
                warnings.add(told.warning());
            } else {
                answers.add(answer);
            }
        }
        return answers;
    }

    private static <T> SecondaryQuerier.Told<T> await(Future<SecondaryQuerier.Told<T>> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            future.cancel(true);
            Thread.currentThread().interrupt();
            throw new StorageException("query: interrupted", e);
        }
    }

    @Override
    public void close() {
        try (primary) {
            secondaries.forEach(SecondaryQuerier::close);
        }
    }
}
