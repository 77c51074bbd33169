package io.klamm.scrape.peers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.klamm.discovery.group.BrokerList;
import io.klamm.model.series.Metadata;
import io.klamm.scrape.ScrapeManager;
import io.klamm.scrape.config.PrometheusFile;
import io.klamm.scrape.pool.TargetMetadata;
import io.klamm.storage.memory.MemoryStorage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Klamm and a real Prometheus scrape the same node exporter, Alertmanager and Prometheus, by the same prometheus.yml: they keep the same. */
class ScrapeIT {

    private static final List<String> JOBS = List.of("node", "alertmanager", "prometheus");

    /** Programs that do not care who asks them; a Prometheus sees itself at work when it scrapes itself. */
    private static final List<String> INDIFFERENT = List.of("node", "alertmanager");

    private static final int SCRAPES = 6;
    private static final long PATIENCE_SECONDS = 90;

    @TempDir
    private Path directory;

    private final MemoryStorage store = new MemoryStorage();
    private final ScrapeManager manager = new ScrapeManager(Clock.systemUTC(), store, BrokerList.none(), "klamm");
    private RealProgram node;
    private RealProgram alertmanager;
    private RealProgram prometheus;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        node = RealProgram.nodeExporter(directory);
        alertmanager = RealProgram.alertmanager(directory);
        prometheus = prometheus();
        manager.apply(PrometheusFile.read(directory.resolve("prometheus.yml")).orThrow());
    }

    @AfterEach
    void close() {
        manager.close();
        for (RealProgram program : new RealProgram[] {prometheus, alertmanager, node}) {
            if (program != null) {
                program.close();
            }
        }
    }

    private RealProgram prometheus() throws IOException, InterruptedException {
        int port = RealProgram.freePort();
        Path config = Files.writeString(directory.resolve("prometheus.yml"), """
                global: {scrape_interval: 1s, external_labels: {replica: a}}
                rule_files: [none.yml]
                scrape_configs:
                  - job_name: node
                    static_configs: [{targets: ['NODE'], labels: {rack: r1}}]
                    metric_relabel_configs:
                      - {source_labels: [__name__], regex: 'node_cpu_seconds_total', action: drop}
                      - {source_labels: [__name__, device], regex: 'node_disk_.*;(.*)', target_label: disk}
                  - job_name: alertmanager
                    static_configs: [{targets: ['ALERTMANAGER']}]
                  - job_name: prometheus
                    static_configs: [{targets: ['127.0.0.1:PORT']}]
                """.replace("NODE", node.address())
                .replace("ALERTMANAGER", alertmanager.address())
                .replace("PORT", String.valueOf(port)));
        return RealProgram.start(
                directory,
                port,
                "/-/ready",
                List.of(
                        RealProgram.installed("prometheus").toString(),
                        "--config.file=" + config,
                        "--storage.tsdb.path=" + directory.resolve("prometheus"),
                        "--web.listen-address=127.0.0.1:" + port));
    }

    @Test
    void scrape_realTargets_asARealPrometheusKeepsThem() throws IOException, InterruptedException {
        awaitScrapes();
        int constants = 0;
        for (String job : JOBS) {
            awaitSameSeries(job);
        }
        for (String job : INDIFFERENT) {
            constants += compareConstants(job);
        }
        assertThat(constants).as("series whose values were compared").isGreaterThan(300);
        compareMetadata();
        alertmanager.close();
        awaitUp("alertmanager", 0);
        awaitSameSeries("alertmanager");
        Kept ended = Kept.of(store, "alertmanager");
        assertThat(ended.living()).allMatch(series -> series.contains("\"up\"") || series.contains("\"scrape_"));
        assertThat(ended.ended()).hasSizeGreaterThan(100);
        awaitUp("node", 1);
    }

    private void awaitScrapes() throws IOException, InterruptedException {
        for (String job : JOBS) {
            await(
                    "scrapes of " + job,
                    () -> up(Kept.of(store, job)).size() >= SCRAPES
                            && up(Kept.of(prometheus, job)).size() >= SCRAPES);
        }
    }

    private static List<Double> up(Kept kept) {
        return kept.living().stream()
                .filter(series -> series.contains("\"up\""))
                .findFirst()
                .map(kept::of)
                .orElse(List.of());
    }

    private void awaitUp(String job, double value) throws IOException, InterruptedException {
        await("up of " + job + " to be " + value, () -> {
            List<Double> up = up(Kept.of(store, job));
            return up.get(up.size() - 1) == value;
        });
    }

    /** Programs show new series when they are asked something for the first time, so the two may differ for a scrape. */
    private void awaitSameSeries(String job) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (true) {
            Set<String> theirs = Kept.of(prometheus, job).living();
            Set<String> ours = Kept.of(store, job).living();
            if (ours.equals(theirs)) {
                return;
            }
            if (System.nanoTime() > end) {
                Set<String> missing = new TreeSet<>(theirs);
                missing.removeAll(ours);
                Set<String> extra = new TreeSet<>(ours);
                extra.removeAll(theirs);
                assertThat(missing)
                        .as("series of %s that only Prometheus has", job)
                        .isEmpty();
                assertThat(extra).as("series of %s that only Klamm has", job).isEmpty();
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private int compareConstants(String job) throws IOException, InterruptedException {
        Map<String, Double> ours = Kept.of(store, job).constants(SCRAPES);
        Map<String, Double> theirs = Kept.of(prometheus, job).constants(SCRAPES);
        ours.keySet().retainAll(theirs.keySet());
        theirs.keySet().retainAll(ours.keySet());
        assertThat(ours).as("values of %s", job).isEqualTo(theirs);
        return ours.size();
    }

    private void compareMetadata() throws IOException, InterruptedException {
        for (String job : JOBS) {
            Map<String, Metadata> ours = new TreeMap<>();
            for (TargetMetadata target : manager.view().metadata()) {
                if (target.target().labels().get("job").equals(job)) {
                    ours.putAll(target.families());
                }
            }
            Map<String, String> theirs = new TreeMap<>();
            for (JsonNode row : prometheus.api("targets/metadata", "match_target", "{job=\"" + job + "\"}")) {
                theirs.put(
                        row.path("metric").asText(),
                        row.path("type").asText() + " " + row.path("help").asText());
            }
            Map<String, String> shown = new TreeMap<>();
            ours.forEach((family, metadata) -> shown.put(family, metadata.type().word() + " " + metadata.help()));
            assertThat(shown).as("metadata of %s", job).isEqualTo(theirs).isNotEmpty();
        }
    }

    private interface Condition {
        boolean holds() throws IOException, InterruptedException;
    }

    private static void await(String what, Condition condition) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!condition.holds()) {
            assertThat(System.nanoTime()).as("waiting for " + what).isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }
}
