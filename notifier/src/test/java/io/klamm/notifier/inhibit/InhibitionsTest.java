package io.klamm.notifier.inhibit;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.model.series.Labels;
import io.klamm.notifier.config.ConfigFile;
import java.util.List;
import org.junit.jupiter.api.Test;

class InhibitionsTest {

    private static final Labels CRITICAL = Labels.of("alertname", "x", "severity", "critical", "cluster", "a");
    private static final Labels WARNING = Labels.of("alertname", "x", "severity", "warning", "cluster", "a");

    @Test
    void quieting_equalLabels_mustBeTheSame() {
        Inhibitor inhibitor = of(
                "source_matchers: ['severity=\"critical\"'], target_matchers: ['severity=\"warning\"'], equal: [cluster, zone]",
                CRITICAL);

        assertThat(inhibitor.quieting(WARNING)).containsExactly(CRITICAL);
        assertThat(inhibitor.quieting(WARNING.with("cluster", "b"))).isEmpty();
        assertThat(inhibitor.quieting(WARNING.with("zone", "z"))).isEmpty();
        assertThat(inhibitor.quieting(CRITICAL)).isEmpty();
    }

    @Test
    void quieting_alertOnBothSides_doesNotQuietItself() {
        Labels other = CRITICAL.with("alertname", "y");
        Inhibitor inhibitor = of(
                "source_matchers: ['cluster=\"a\"'], target_matchers: ['cluster=\"a\"'], equal: [cluster]",
                CRITICAL,
                other);

        assertThat(inhibitor.quieting(CRITICAL)).isEmpty();
        assertThat(inhibitor.quieting(other)).isEmpty();
    }

    @Test
    void quieting_severalSources_anyOfThem() {
        Inhibitor inhibitor = of(
                "sources: [{source_match: {severity: none}}, {source_match: {severity: critical}, equal: [cluster]}], target_match: {severity: warning}",
                CRITICAL);

        assertThat(inhibitor.quieting(WARNING)).containsExactly(CRITICAL);
        assertThat(inhibitor.quieting(WARNING.with("cluster", "b"))).isEmpty();
    }

    private static Inhibitor of(String rule, Labels... firing) {
        return new Inhibitions(
                        ConfigFile.of("route: {receiver: a}\nreceivers: [{name: a}]\ninhibit_rules: [{" + rule + "}]\n")
                                .inhibitions())
                .among(List.of(firing));
    }
}
