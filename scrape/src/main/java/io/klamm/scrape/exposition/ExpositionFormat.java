package io.klamm.scrape.exposition;

import java.util.Locale;
import java.util.Optional;

/** The ways in which a page of metrics is written. */
public enum ExpositionFormat {
    /** Prometheus's text format; 1.0.0 is 0.0.4 with names in quotes, and both are read alike. */
    TEXT,
    /** OpenMetrics, 0.0.1 and 1.0.0. */
    OPENMETRICS;

    /**
     * The format that a {@code Content-Type} names; nothing if it is empty or is none of a page of metrics.
     *
     * @param contentType such as {@code text/plain; version=0.0.4; charset=utf-8}
     */
    public static Optional<ExpositionFormat> ofContentType(String contentType) {
        int end = contentType.indexOf(';');
        String media =
                (end < 0 ? contentType : contentType.substring(0, end)).strip().toLowerCase(Locale.ROOT);
        return switch (media) {
            case "application/openmetrics-text" -> Optional.of(OPENMETRICS);
            case "text/plain" -> Optional.of(TEXT);
            default -> Optional.empty();
        };
    }
}
