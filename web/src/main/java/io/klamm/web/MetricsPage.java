package io.klamm.web;

import io.klamm.web.exposition.Exposition;
import io.klamm.web.exposition.Rendering;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers {@code /metrics}: the metrics of all clusters, then those of this program. */
final class MetricsPage {

    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";
    private static final String OPEN_METRICS = "application/openmetrics-text; version=1.0.0; charset=utf-8";

    private final Views views;
    private final KafkaMetrics kafka;
    private final OwnMetrics own;

    MetricsPage(Views views, KafkaMetrics kafka, OwnMetrics own) {
        this.views = views;
        this.kafka = kafka;
        this.own = own;
    }

    Answer answer(@Nullable String accept, @Nullable String acceptEncoding) {
        boolean openMetrics = Negotiation.openMetrics(accept);
        boolean gzip =
                Negotiation.encoding(acceptEncoding, List.of(Negotiation.GZIP)).equals(Negotiation.GZIP);
        List<Rendering> renderings = kafka.current(views.clusters(), gzip);
        byte[] rest = own.write(openMetrics);
        List<byte[]> pieces = gzip ? Exposition.gzip(renderings, rest) : Exposition.plain(renderings, rest);
        Map<String, String> headers = gzip
                ? Map.of("Content-Encoding", Negotiation.GZIP, "Vary", "Accept, Accept-Encoding")
                : Map.of("Vary", "Accept, Accept-Encoding");
        return new Answer(200, openMetrics ? OPEN_METRICS : TEXT, pieces, headers);
    }
}
