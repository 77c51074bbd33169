package io.klamm.web;

import io.klamm.model.series.Labels;
import io.klamm.model.series.LabelsBuilder;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.DataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.SummarySnapshot;
import java.util.LinkedHashMap;
import java.util.Map;

/** The samples that a page of these metrics would show, without the page. */
final class SnapshotSamples {

    private final Map<Labels, Double> samples = new LinkedHashMap<>();

    /** Metrics of a kind that this program has none of are left out. */
    static Map<Labels, Double> of(Iterable<MetricSnapshot> metrics) {
        SnapshotSamples all = new SnapshotSamples();
        metrics.forEach(all::metric);
        return all.samples;
    }

    private void metric(MetricSnapshot metric) {
        String name = metric.getMetadata().getPrometheusName();
        if (metric instanceof GaugeSnapshot gauges) {
            gauges.getDataPoints().forEach(point -> sample(name, point, point.getValue()));
        } else if (metric instanceof CounterSnapshot counters) {
            counters.getDataPoints().forEach(point -> sample(name + "_total", point, point.getValue()));
        } else if (metric instanceof InfoSnapshot infos) {
            infos.getDataPoints().forEach(point -> sample(name + "_info", point, 1));
        } else if (metric instanceof SummarySnapshot summaries) {
            summaries.getDataPoints().forEach(point -> {
                sample(name + "_count", point, (double) point.getCount());
                sample(name + "_sum", point, point.getSum());
            });
        }
    }

    private void sample(String name, DataPointSnapshot point, double value) {
        LabelsBuilder labels = Labels.of(Labels.NAME, name).builder();
        point.getLabels().forEach(label -> labels.set(label.getName(), label.getValue()));
        samples.put(labels.build(), value);
    }
}
