package io.klamm.web.burrow;

import io.klamm.model.burrow.BurrowGroupStatus;
import io.klamm.model.burrow.BurrowPartitionStatus;
import io.klamm.web.exposition.LabelText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Writes Burrow's metrics of all clusters, in Burrow's order. Safe for use by several threads. */
public final class BurrowMetrics {

    private static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final BurrowViews views;
    private final boolean denseOffsets;

    /**
     * Made once; keeps nothing but what it is given.
     *
     * @param denseOffsets whether the label {@code partition} of an end offset counts only partitions whose end is known, as Burrow's does
     */
    public BurrowMetrics(BurrowViews views, boolean denseOffsets) {
        this.views = views;
        this.denseOffsets = denseOffsets;
    }

    BurrowAnswer answer() {
        return new BurrowAnswer(200, Map.of("Content-Type", CONTENT_TYPE), write(), true);
    }

    /** The text, which is the same in both of Prometheus's formats; without the end mark of either. */
    public String write() {
        MetricLines lines = new MetricLines();
        views.clusters().stream()
                .sorted(Comparator.comparing(BurrowView::cluster, MetricLines.BYTEWISE))
                .forEach(view -> cluster(lines, view));
        return lines.toText();
    }

    private void cluster(MetricLines lines, BurrowView view) {
        String cluster = "cluster=\"" + LabelText.escape(view.cluster()) + '"';
        view.groups().stream()
                .sorted(MetricLines.BYTEWISE)
                .map(view::status)
                .filter(BurrowGroupStatus::found)
                .forEach(status -> group(lines, cluster, status));
        for (Row row : ends(view)) {
            lines.line(MetricLines.Family.TOPIC_PARTITION_OFFSET, cluster + row.labels(), row.value());
        }
    }

    /** The place of a partition among the lines of a metric, and its value. */
    private record Row(String partition, String topic, long value) {

        static final Comparator<Row> ORDER =
                Comparator.comparing(Row::partition).thenComparing(Row::topic, MetricLines.BYTEWISE);

        String labels() {
            return partitionLabels(partition, topic);
        }
    }

    private static String partitionLabels(String partition, String topic) {
        return ",partition=\"" + partition + "\",topic=\"" + LabelText.escape(topic) + '"';
    }

    private List<Row> ends(BurrowView view) {
        List<Row> rows = new ArrayList<>();
        for (String topic : view.topics()) {
            int number = 0;
            for (OptionalLong end : view.ends(topic).orElse(List.of())) {
                if (end.isPresent()) {
                    rows.add(new Row(Integer.toString(number), topic, end.getAsLong()));
                }
                number += denseOffsets && end.isEmpty() ? 0 : 1;
            }
        }
        rows.sort(Row.ORDER);
        return rows;
    }

    private static void group(MetricLines lines, String cluster, BurrowGroupStatus status) {
        String labels = cluster + ",consumer_group=\"" + LabelText.escape(status.group()) + '"';
        lines.line(MetricLines.Family.CONSUMER_LAG_TOTAL, labels, status.totalLag());
        lines.line(MetricLines.Family.CONSUMER_STATUS, labels, status.status().code());
        status.partitions().stream()
                .sorted(Comparator.comparing((BurrowPartitionStatus one) -> Integer.toString(one.partition()))
                        .thenComparing(BurrowPartitionStatus::topic, MetricLines.BYTEWISE))
                .forEach(partition -> partition(lines, labels, partition));
    }

    private static void partition(MetricLines lines, String group, BurrowPartitionStatus partition) {
        String labels = group + partitionLabels(Integer.toString(partition.partition()), partition.topic());
        lines.line(MetricLines.Family.CONSUMER_PARTITION_LAG, labels, partition.currentLag());
        if (partition.full()) {
            partition.end().ifPresent(end -> {
                lines.line(MetricLines.Family.CONSUMER_CURRENT_OFFSET, labels, end.offset());
                lines.line(
                        MetricLines.Family.TOPIC_PARTITION_STATUS,
                        labels,
                        partition.status().code());
            });
        }
    }
}
