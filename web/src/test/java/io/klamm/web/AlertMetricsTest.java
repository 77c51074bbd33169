package io.klamm.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.model.alert.Alert;
import io.klamm.model.series.Labels;
import io.klamm.web.alerts.AlertDoors;
import io.klamm.web.alerts.FakeAlertDesk;
import io.klamm.web.alerts.FakeRuleDesk;
import io.klamm.web.prometheus.ApiFixture;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AlertMetricsTest {

    @Test
    void write_alertsAndRules_areCounted() {
        FakeAlertDesk desk = new FakeAlertDesk(ApiFixture.CLOCK);
        desk.accept(List.of(
                Alert.of(Labels.of("alertname", "Lag"), Map.of(), ApiFixture.NOW, ApiFixture.NOW.plusSeconds(60), "")));
        MetricSet metrics = new MetricSet();

        new AlertMetrics(new AlertDoors(Optional.of(desk), Optional.of(new FakeRuleDesk())))
                .write(metrics, ApiFixture.NOW);

        Map<Labels, Double> samples = SnapshotSamples.of(metrics.snapshots());
        assertThat(samples)
                .containsEntry(Labels.of(Labels.NAME, "klamm_alerts", "state", "firing"), 1.0)
                .containsEntry(Labels.of(Labels.NAME, "klamm_alerts", "state", "resolved"), 0.0)
                .containsEntry(
                        Labels.of(
                                Labels.NAME,
                                "klamm_notifications_total",
                                "kind",
                                "webhook",
                                "outcome",
                                "delivered",
                                "receiver",
                                "team"),
                        3.0)
                .containsEntry(Labels.of(Labels.NAME, "klamm_dead_letters", "kind", "webhook", "receiver", "team"), 1.0)
                .containsEntry(Labels.of(Labels.NAME, "klamm_rule_alerts", "state", "pending"), 1.0)
                .containsEntry(
                        Labels.of(
                                Labels.NAME,
                                "klamm_rule_group_failing_rules",
                                "file",
                                "/etc/klamm/kafka.yml",
                                "group",
                                "kafka"),
                        1.0)
                .containsEntry(
                        Labels.of(
                                Labels.NAME,
                                "klamm_rule_group_last_duration_seconds",
                                "file",
                                "own.yml",
                                "group",
                                "own"),
                        0.012);
    }

    @Test
    void write_withoutAlerting_isNothing() {
        MetricSet metrics = new MetricSet();

        new AlertMetrics(AlertDoors.none()).write(metrics, ApiFixture.NOW);

        assertThat(metrics.snapshots()).isEmpty();
    }
}
