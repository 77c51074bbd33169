package io.klamm.scrape.relabel;

import io.klamm.model.series.Labels;
import io.klamm.storage.remote.send.Relabel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Relabelling of series before they are sent to another store; two are equal if their rules are. */
public final class SentLabels implements Relabel {

    private final List<RelabelConfig> rules;
    private final Relabelling relabelling;

    private SentLabels(List<RelabelConfig> rules) {
        this.rules = List.copyOf(rules);
        this.relabelling = Relabelling.of(this.rules);
    }

    /** By these rules, in this order. */
    public static Relabel by(List<RelabelConfig> rules) {
        return rules.isEmpty() ? Relabel.NONE : new SentLabels(rules);
    }

    @Override
    public @Nullable Labels apply(Labels labels) {
        return relabelling.apply(labels).orElse(null);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SentLabels that && rules.equals(that.rules);
    }

    @Override
    public int hashCode() {
        return rules.hashCode();
    }
}
