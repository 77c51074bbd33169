package io.klamm.web;

import io.klamm.web.burrow.BurrowMetrics;
import io.klamm.web.exposition.Exposition;
import io.klamm.web.exposition.Rendering;
import io.klamm.web.http.Answer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers {@code /metrics}: the metrics of all clusters, then those of this program. */
final class MetricsPage {

    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";
    private static final String OPEN_METRICS = "application/openmetrics-text; version=1.0.0; charset=utf-8";

    private final Views views;
    private final KafkaMetrics kafka;
    private final Optional<BurrowMetrics> burrow;
    private final OwnMetrics own;

    MetricsPage(Views views, KafkaMetrics kafka, Optional<BurrowMetrics> burrow, OwnMetrics own) {
        this.views = views;
        this.kafka = kafka;
        this.burrow = burrow;
        this.own = own;
    }

    Answer answer(@Nullable String accept, @Nullable String acceptEncoding) {
        boolean openMetrics = Negotiation.openMetrics(accept);
        boolean gzip =
                Negotiation.encoding(acceptEncoding, List.of(Negotiation.GZIP)).equals(Negotiation.GZIP);
        List<Rendering> renderings = kafka.current(views.clusters(), gzip);
        byte[] rest = rest(openMetrics);
        List<byte[]> pieces = gzip ? Exposition.gzip(renderings, rest) : Exposition.plain(renderings, rest);
        Map<String, String> headers = gzip
                ? Map.of("Content-Encoding", Negotiation.GZIP, "Vary", "Accept, Accept-Encoding")
                : Map.of("Vary", "Accept, Accept-Encoding");
        return new Answer(200, openMetrics ? OPEN_METRICS : TEXT, pieces, headers);
    }

    /** What does not hang on a reading: Burrow's metrics, and those of this program. */
    private byte[] rest(boolean openMetrics) {
        byte[] mine = own.write(openMetrics);
        if (burrow.isEmpty()) {
            return mine;
        }
        byte[] theirs = burrow.get().write().getBytes(StandardCharsets.UTF_8);
        byte[] both = Arrays.copyOf(theirs, theirs.length + mine.length);
        System.arraycopy(mine, 0, both, theirs.length, mine.length);
        return both;
    }
}
