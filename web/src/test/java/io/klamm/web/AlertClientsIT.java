package io.klamm.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.klamm.model.alert.Alert;
import io.klamm.model.alert.KeptAlert;
import io.klamm.model.alert.Silence;
import io.klamm.model.series.Labels;
import io.klamm.web.alerts.AlertDoors;
import io.klamm.web.alerts.FakeAlertDesk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Alertmanager's clients as ours: amtool, and a Prometheus that tells us its alerts. Skipped with a message where they are not installed. */
@Timeout(180)
class AlertClientsIT {

    private static final Path AMTOOL = Path.of("/usr/bin/amtool");
    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir
    private Path directory;

    private final FakeAlertDesk desk = new FakeAlertDesk(CLOCK);
    private PrometheusServer server;

    @BeforeEach
    void start() throws IOException {
        server = PrometheusServer.alerting(
                WebConfig.loopback(0), new AlertDoors(Optional.of(desk), Optional.empty()), CLOCK);
    }

    @AfterEach
    void close() {
        server.close();
    }

    private List<String> amtool(String prefix, String... arguments) throws Exception {
        assumeThat(AMTOOL).as("not installed: amtool").isExecutable();
        List<String> command = new ArrayList<>(
                List.of(AMTOOL.toString(), "--alertmanager.url=" + server.url(prefix), "--no-version-check"));
        command.addAll(List.of(arguments));
        Path out = directory.resolve("amtool.out");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(out)).isZero();
        return Files.readAllLines(out);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/alertmanager"})
    void amtool_alertAdded_isQueried(String prefix) throws Exception {
        assertThat(amtool(prefix, "alert", "add", "Lag", "group=orders", "--annotation=summary=it lags"))
                .isEmpty();

        assertThat(desk.alerts()).hasSize(1);
        Alert alert = desk.alerts().get(0).alert();
        assertThat(alert.labels()).isEqualTo(Labels.of("alertname", "Lag", "group", "orders"));
        assertThat(alert.annotations()).containsEntry("summary", "it lags");
        assertThat(Duration.between(CLOCK.instant(), alert.endsAt()))
                .isBetween(Duration.ofMinutes(4), Duration.ofMinutes(6));
        assertThat(amtool(prefix, "alert", "query", "group=~o.*"))
                .anySatisfy(line -> assertThat(line).contains("Lag", "it lags", "active"));
        assertThat(String.join("", amtool(prefix, "-o", "json", "alert", "query", "Lag")))
                .contains("\"fingerprint\":\"" + alert.fingerprint() + "\"");
        assertThat(amtool(prefix, "alert", "query", "group=payments"))
                .noneSatisfy(line -> assertThat(line).contains("Lag"));
    }

    @Test
    void amtool_silence_isMadeFoundAndEnded() throws Exception {
        amtool("", "alert", "add", "Lag", "group=orders");

        List<String> made =
                amtool("", "silence", "add", "group=~or.*", "--author=me", "--comment=maintenance", "--duration=2h");

        assertThat(desk.silences()).hasSize(1);
        Silence silence = desk.silences().get(0);
        assertThat(made).containsExactly(silence.id());
        assertThat(Duration.between(silence.startsAt(), silence.endsAt())).isEqualTo(Duration.ofHours(2));
        assertThat(amtool("", "silence", "query"))
                .anySatisfy(line -> assertThat(line).contains(silence.id(), "group=~\"or.*\"", "me", "maintenance"));
        assertThat(amtool("", "-o", "json", "alert", "query", "--silenced").toString())
                .contains("suppressed", silence.id());
        assertThat(amtool("", "silence", "update", silence.id(), "--comment=longer", "--duration=3h"))
                .anySatisfy(line -> assertThat(line).contains("longer"));
        assertThat(amtool("", "silence", "expire", silence.id())).isEmpty();
        assertThat(desk.silences().get(0).stateAt(CLOCK.instant())).isEqualTo(Silence.State.EXPIRED);
        assertThat(amtool("", "silence", "query", "-q")).isEmpty();
    }

    @Test
    void amtool_config_isShownWithItsRoutes() throws Exception {
        assertThat(amtool("", "config", "show")).contains("  receiver: team");
        assertThat(amtool("", "config", "routes", "show"))
                .anySatisfy(line -> assertThat(line).contains("receiver: team"));
        assertThat(amtool("", "config", "routes", "test", "group=orders")).contains("team");
        assertThat(amtool("", "cluster", "show"))
                .anySatisfy(line -> assertThat(line).contains("disabled"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "path_prefix: /alertmanager, "})
    void prometheus_withARule_tellsUsOfItsAlert(String prefix) throws Exception {
        assumeThat(RealPrometheus.PROGRAM).as("not installed: prometheus").isExecutable();
        Path rules = Files.writeString(directory.resolve("rules.yml"), """
                groups:
                - name: g
                  rules:
                  - alert: Always
                    expr: vector(7)
                    labels: {severity: page}
                    annotations: {summary: 'it is {{ $value }}'}
                """);
        String config = "global: {evaluation_interval: 1s, external_labels: {site: here}}\n"
                + "rule_files: ['" + rules + "']\nalerting:\n  alertmanagers:\n  - {" + prefix
                + "static_configs: [{targets: ['127.0.0.1:" + server.server.port() + "']}]}\n";
        try (RealPrometheus prometheus = RealPrometheus.start(directory, config, "--rules.alert.resend-delay=1s")) {
            KeptAlert told = awaitAlert(prometheus, one -> one.alert().name().equals("Always"));

            assertThat(told.alert().labels())
                    .isEqualTo(Labels.of("alertname", "Always", "severity", "page", "site", "here"));
            assertThat(told.alert().annotations()).containsEntry("summary", "it is 7");
            assertThat(told.alert().generatorUrl()).contains("/graph?g0.expr=vector");
            assertThat(told.alert().resolvedAt(told.alert().startsAt())).isFalse();
        }
    }

    private KeptAlert awaitAlert(RealPrometheus prometheus, Predicate<KeptAlert> wanted) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (System.nanoTime() < end) {
            Optional<KeptAlert> found = desk.alerts().stream().filter(wanted).findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        throw new AssertionError("no alert after a minute:\n" + prometheus.log());
    }
}
