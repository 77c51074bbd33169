package io.klamm.rules.backtest;

import io.klamm.model.series.Labels;
import io.klamm.storage.Appender;
import io.klamm.storage.Appenders;
import io.klamm.storage.ForwardingQuerier;
import io.klamm.storage.MatchType;
import io.klamm.storage.Matcher;
import io.klamm.storage.Querier;
import io.klamm.storage.Queryable;
import io.klamm.storage.Selection;
import io.klamm.storage.SeriesSet;
import io.klamm.storage.memory.MemoryStorage;
import io.klamm.storage.merge.MergedQuerier;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A history that is only read, and beside it, in memory, what rules record. Metrics that rules record are not looked for in the history where they are asked for by name. */
final class Overlay implements Queryable, Appenders {

    private final Queryable history;
    private final MemoryStorage recorded = new MemoryStorage();
    private final Set<String> hidden = new HashSet<>();

    Overlay(Queryable history) {
        this.history = history;
    }

    void hide(String metric) {
        hidden.add(metric);
    }

    @Override
    public Appender appender(String writer) {
        return recorded.appender(writer);
    }

    @Override
    public Querier querier(long from, long to) {
        Querier own = recorded.querier(from, to);
        return new Choosing(own, new MergedQuerier(List.of(history.querier(from, to), own)));
    }

    private boolean hides(Matcher matcher) {
        return matcher.type() == MatchType.EQUAL
                && matcher.name().equals(Labels.NAME)
                && hidden.contains(matcher.value());
    }

    private final class Choosing extends ForwardingQuerier {
        private final Querier own;

        /** @param both closes {@code own} too */
        Choosing(Querier own, Querier both) {
            super(both);
            this.own = own;
        }

        @Override
        public SeriesSet select(Selection selection) {
            boolean ours = selection.matchers().stream().anyMatch(Overlay.this::hides);
            return ours ? own.select(selection) : super.select(selection);
        }
    }
}
