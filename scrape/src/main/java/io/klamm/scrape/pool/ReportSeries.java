package io.klamm.scrape.pool;

import io.klamm.model.series.Labels;
import io.klamm.model.series.LabelsBuilder;
import io.klamm.model.series.StaleMarker;
import io.klamm.scrape.config.ScrapeConfig;
import io.klamm.scrape.series.PageResult;
import io.klamm.scrape.series.PageWriter;
import io.klamm.storage.Outcome;
import io.klamm.storage.SeriesRef;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The series that say how a target's scrapes went: {@code up} and {@code scrape_*}. */
final class ReportSeries {

    private static final double NANOS = 1e9;

    private final PageWriter writer;
    private final Labels target;
    private final List<SeriesRef> refs = new ArrayList<>();
    private final SeriesRef up;
    private final SeriesRef duration;
    private final SeriesRef scraped;
    private final SeriesRef kept;
    private final SeriesRef added;
    private final Consumer<Report> extra;

    /** What a scrape came to. */
    record Report(boolean up, Duration duration, PageResult page, long bytes) {}

    ReportSeries(PageWriter writer, Labels target, Duration timeout, ScrapeConfig config) {
        this.writer = writer;
        this.target = target;
        this.up = series("up");
        this.duration = series("scrape_duration_seconds");
        this.scraped = series("scrape_samples_scraped");
        this.kept = series("scrape_samples_post_metric_relabeling");
        this.added = series("scrape_series_added");
        this.extra = config.extraMetrics() ? extra(timeout, config.limits().samples()) : report -> {};
    }

    private Consumer<Report> extra(Duration timeout, int sampleLimit) {
        SeriesRef timeoutSeconds = series("scrape_timeout_seconds");
        SeriesRef limit = series("scrape_sample_limit");
        SeriesRef bytes = series("scrape_body_size_bytes");
        return report -> {
            write(timeoutSeconds, seconds(timeout));
            write(limit, sampleLimit);
            write(bytes, (double) report.bytes());
        };
    }

    private SeriesRef series(String name) {
        LabelsBuilder labels = target.builder();
        SeriesRef ref = writer.series(labels.set(Labels.NAME, name).build());
        refs.add(ref);
        return ref;
    }

    void write(Report report) {
        write(up, report.up() ? 1 : 0);
        write(duration, seconds(report.duration()));
        write(scraped, report.page().samples());
        write(kept, report.page().kept());
        write(added, report.page().added());
        extra.accept(report);
    }

    /** Ends all of them. */
    void writeStale() {
        refs.forEach(ref -> write(ref, StaleMarker.VALUE));
    }

    private void write(SeriesRef series, double value) {
        // A store that takes no samples says so of the page's samples as well, which are counted.
        Outcome unused = writer.report(series, value);
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / NANOS;
    }
}
