package io.klamm.cmd.store;

import io.klamm.model.series.Labels;
import io.klamm.scrape.relabel.RelabelConfig;
import io.klamm.scrape.relabel.Relabelling;
import io.klamm.storage.remote.send.Relabel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Relabelling by rules of Prometheus; two are equal if their rules are. */
final class RelabelRules implements Relabel {

    private final List<RelabelConfig> rules;
    private final Relabelling relabelling;

    RelabelRules(List<RelabelConfig> rules) {
        this.rules = List.copyOf(rules);
        this.relabelling = Relabelling.of(this.rules);
    }

    @Override
    public @Nullable Labels apply(Labels labels) {
        return relabelling.apply(labels).orElse(null);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RelabelRules that && rules.equals(that.rules);
    }

    @Override
    public int hashCode() {
        return rules.hashCode();
    }
}
