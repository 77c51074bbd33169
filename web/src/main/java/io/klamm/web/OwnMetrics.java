package io.klamm.web;

import io.klamm.model.ClusterSnapshot;
import io.klamm.model.CollectionProblem;
import io.klamm.model.ComponentStatus;
import io.klamm.model.PartitionLag;
import io.klamm.web.http.Json;
import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.OpenMetricsTextFormatWriter;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.instrumentation.jvm.JvmBufferPoolMetrics;
import io.prometheus.metrics.instrumentation.jvm.JvmClassLoadingMetrics;
import io.prometheus.metrics.instrumentation.jvm.JvmGarbageCollectorMetrics;
import io.prometheus.metrics.instrumentation.jvm.JvmMemoryMetrics;
import io.prometheus.metrics.instrumentation.jvm.JvmRuntimeInfoMetric;
import io.prometheus.metrics.instrumentation.jvm.JvmThreadsMetrics;
import io.prometheus.metrics.instrumentation.jvm.ProcessMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The {@code klamm_*} metrics and those of the process, in either text format. Safe for use by several threads. */
final class OwnMetrics {

    private final Views views;
    private final AlertMetrics alerts;
    private final HttpCounters counters;
    private final String version;
    private final Clock clock;
    private final ExpositionFormatWriter text = PrometheusTextFormatWriter.create();
    private final ExpositionFormatWriter openMetrics = OpenMetricsTextFormatWriter.create();
    private @Nullable PrometheusRegistry process;

    OwnMetrics(Views views, AlertMetrics alerts, HttpCounters counters, String version, Clock clock) {
        this.views = views;
        this.alerts = alerts;
        this.counters = counters;
        this.version = version;
        this.clock = clock;
    }

    /** All of them; OpenMetrics ends with its end mark. */
    byte[] write(boolean asOpenMetrics) {
        return write(new MetricSnapshots(all()), asOpenMetrics);
    }

    /** The same as samples. */
    Map<io.klamm.model.series.Labels, Double> samples() {
        return SnapshotSamples.of(all());
    }

    private List<MetricSnapshot> all() {
        List<MetricSnapshot> all = new ArrayList<>(own());
        process().scrape().forEach(all::add);
        return all;
    }

    private byte[] write(MetricSnapshots snapshots, boolean asOpenMetrics) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(16_384);
        try {
            (asOpenMetrics ? openMetrics : text).write(out, snapshots);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Made at the first scrape: the JVM's management classes take a tenth of a second to load, which no start should pay. */
    private synchronized PrometheusRegistry process() {
        PrometheusRegistry known = process;
        if (known == null) {
            known = new PrometheusRegistry();
            ProcessMetrics.builder().register(known);
            JvmBufferPoolMetrics.builder().register(known);
            JvmClassLoadingMetrics.builder().register(known);
            JvmGarbageCollectorMetrics.builder().register(known);
            JvmMemoryMetrics.builder().register(known);
            JvmRuntimeInfoMetric.builder().register(known);
            JvmThreadsMetrics.builder().register(known);
            process = known;
        }
        return known;
    }

    private List<MetricSnapshot> own() {
        MetricSet metrics = new MetricSet();
        metrics.info("klamm_build", "The version that runs.", Labels.of("version", version));
        for (ClusterView view : views.clusters()) {
            cluster(metrics, view);
        }
        for (ComponentStatus component : views.components()) {
            component(metrics, component);
        }
        alerts.write(metrics, clock.instant());
        http(metrics);
        return metrics.snapshots();
    }

    private void cluster(MetricSet metrics, ClusterView view) {
        Labels labels = Labels.of("cluster", view.name());
        ComponentStatus status = view.status();
        boolean up = status.state() == ComponentStatus.State.OK || status.state() == ComponentStatus.State.WARNING;
        metrics.count(
                "klamm_cluster_up", "1 when the last collection cycle read the cluster, else 0.", labels, up ? 1 : 0);
        metrics.gauge(
                "klamm_collection_interval_seconds",
                "How often the cluster is read.",
                labels,
                Json.seconds(view.interval()));
        metrics.counter("klamm_collections", "Collection cycles that have ended.", labels, status.runs());
        metrics.counter("klamm_collection_failures", "Collection cycles that read nothing.", labels, status.failures());
        Duration took = status.lastDuration();
        if (took != null) {
            metrics.gauge(
                    "klamm_collection_duration_seconds", "How long the last cycle took.", labels, Json.seconds(took));
        }
        status.requests()
                .forEach((api, count) -> metrics.counter(
                        "klamm_kafka_requests",
                        "Requests sent to Kafka.",
                        Labels.of("api", api, "cluster", view.name()),
                        count));
        view.reading().ifPresent(reading -> reading(metrics, labels, reading));
    }

    private void reading(MetricSet metrics, Labels labels, ClusterView.Reading reading) {
        ClusterSnapshot snapshot = reading.snapshot();
        Instant takenAt = snapshot.takenAt();
        metrics.gauge(
                "klamm_snapshot_timestamp_seconds",
                "When the newest reading was taken, in seconds since 1970.",
                labels,
                takenAt.toEpochMilli() / 1000.0);
        metrics.gauge(
                "klamm_snapshot_age_seconds",
                "Age of the newest reading.",
                labels,
                Json.seconds(ClusterJson.age(takenAt, clock.instant())));
        metrics.count(
                "klamm_committed_beyond_end_partitions",
                "Group partitions whose commit lies beyond the end of the partition.",
                labels,
                beyondEnd(reading));
        problems(snapshot)
                .forEach((problem, count) -> metrics.count(
                        "klamm_collection_problems",
                        "Brokers, partitions or groups of which a fact could not be read in the newest reading.",
                        labels.merge(problem),
                        count));
    }

    private static long beyondEnd(ClusterView.Reading reading) {
        return reading.lag().groups().stream()
                .flatMap(group -> group.partitions().stream())
                .filter(PartitionLag::commitBeyondEnd)
                .count();
    }

    private static Map<Labels, Long> problems(ClusterSnapshot snapshot) {
        Map<Labels, Long> sums = new TreeMap<>();
        for (CollectionProblem problem : snapshot.problems()) {
            sums.merge(Labels.of("fact", problem.fact(), "kind", problem.kind()), (long) problem.count(), Long::sum);
        }
        return sums;
    }

    private static void component(MetricSet metrics, ComponentStatus component) {
        if (component.kind().equals("web")) {
            return;
        }
        Labels labels = component.kind().equals("kafka")
                ? Labels.of("cluster", component.instance())
                : Labels.of("component", component.kind(), "instance", component.instance());
        component
                .errors()
                .forEach((kind, count) ->
                        metrics.counter("klamm_errors", "Errors by kind.", labels.add("kind", kind), count));
    }

    private void http(MetricSet metrics) {
        counters.requests()
                .forEach((answered, count) -> metrics.counter(
                        "klamm_http_requests",
                        "HTTP requests answered.",
                        Labels.of("code", Integer.toString(answered.code()), "route", answered.route()),
                        count));
        counters.errors()
                .forEach((kind, count) -> metrics.counter(
                        "klamm_http_errors",
                        "HTTP requests refused or failed, and clients dropped, by kind.",
                        Labels.of("kind", kind),
                        count));
        metrics.count(
                "klamm_http_connections",
                "Open HTTP connections.",
                Labels.EMPTY,
                counters.connections().get());
        metrics.count(
                "klamm_http_event_clients",
                "Clients of the event stream.",
                Labels.EMPTY,
                counters.eventClients().get());
    }
}
