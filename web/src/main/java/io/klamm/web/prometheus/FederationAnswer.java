package io.klamm.web.prometheus;

import io.klamm.model.series.GoFloat;
import io.klamm.model.series.LabelText;
import io.klamm.model.series.Labels;
import io.klamm.model.series.StaleMarker;
import io.klamm.storage.Matcher;
import io.klamm.storage.Querier;
import io.klamm.storage.Queryable;
import io.klamm.storage.SampleBuffer;
import io.klamm.storage.SelectHints;
import io.klamm.storage.Selection;
import io.klamm.storage.SeriesSet;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Answers {@code /federate}: the newest sample of each series that is meant, with its time, as a page that another server scrapes. */
final class FederationAnswer {

    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";
    private static final Duration LOOKBACK = Duration.ofMinutes(5);

    private final Queryable store;
    private final Clock clock;

    FederationAnswer(Queryable store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    private record Newest(long time, double value) {}

    PrometheusAnswer answer(Parameters parameters) throws ApiProblem {
        List<List<Matcher>> selectors = Selectors.of(parameters);
        Map<Labels, Newest> found = new TreeMap<>(FederationAnswer::byName);
        long now = clock.millis();
        try (Querier querier = store.querier(now - LOOKBACK.toMillis() + 1, now)) {
            SampleBuffer samples = new SampleBuffer();
            for (List<Matcher> matchers : selectors) {
                SeriesSet set = querier.select(new Selection(matchers, false, SelectHints.NONE));
                while (set.next()) {
                    samples.clear();
                    set.at().read(samples);
                    int last = samples.size() - 1;
                    if (last >= 0 && !StaleMarker.is(samples.value(last))) {
                        found.put(set.at().labels(), new Newest(samples.time(last), samples.value(last)));
                    }
                }
            }
        }
        return new PrometheusAnswer(200, TEXT, page(found).getBytes(StandardCharsets.UTF_8), Map.of());
    }

    private static int byName(Labels a, Labels b) {
        int order = a.metricName().compareTo(b.metricName());
        return order != 0 ? order : a.compareTo(b);
    }

    private static String page(Map<Labels, Newest> found) {
        StringBuilder page = new StringBuilder();
        String name = "";
        for (Map.Entry<Labels, Newest> entry : found.entrySet()) {
            String metric = entry.getKey().metricName();
            if (!metric.equals(name)) {
                name = metric;
                page.append("# TYPE ")
                        .append(LabelText.isClassicMetricName(name) ? name : quoted(name))
                        .append(" untyped\n");
            }
            line(page, entry.getKey(), entry.getValue());
        }
        return page.toString();
    }

    private static void line(StringBuilder page, Labels labels, Newest newest) {
        String metric = labels.metricName();
        boolean classic = LabelText.isClassicMetricName(metric);
        page.append(classic ? metric : "").append('{').append(classic ? "" : quoted(metric));
        boolean first = classic;
        for (int i = 0; i < labels.size(); i++) {
            String label = labels.name(i);
            if (!label.equals(Labels.NAME)) {
                page.append(first ? "" : ",")
                        .append(LabelText.isClassicLabelName(label) ? label : quoted(label))
                        .append('=')
                        .append(quoted(labels.value(i)));
                first = false;
            }
        }
        // Prometheus itself always names an instance, so that the one who scrapes does not put its own in.
        if (!labels.has("instance")) {
            page.append(first ? "" : ",").append("instance=\"\"");
        }
        page.append("} ")
                .append(GoFloat.format(newest.value(), GoFloat.Form.GENERAL))
                .append(' ')
                .append(newest.time())
                .append('\n');
    }

    private static String quoted(String text) {
        return '"' + io.klamm.web.exposition.LabelText.escape(text) + '"';
    }
}
