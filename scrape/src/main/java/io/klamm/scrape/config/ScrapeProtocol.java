package io.klamm.scrape.config;

import io.klamm.scrape.exposition.ExpositionFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A format that a target is asked for, by its name in {@code scrape_protocols}. */
public enum ScrapeProtocol {
    OPENMETRICS_1_0_0(
            "OpenMetricsText1.0.0",
            "application/openmetrics-text;version=1.0.0;escaping=allow-utf-8",
            ExpositionFormat.OPENMETRICS),
    OPENMETRICS_0_0_1(
            "OpenMetricsText0.0.1", "application/openmetrics-text;version=0.0.1", ExpositionFormat.OPENMETRICS),
    TEXT_1_0_0("PrometheusText1.0.0", "text/plain;version=1.0.0;escaping=allow-utf-8", ExpositionFormat.TEXT),
    TEXT_0_0_4("PrometheusText0.0.4", "text/plain;version=0.0.4", ExpositionFormat.TEXT);

    /** What a target is asked for unless the configuration says otherwise, the best first. */
    public static final List<ScrapeProtocol> USUAL = List.of(values());

    /** Prometheus knows one protocol more; the weights begin as there. */
    private static final int FIRST_WEIGHT = 6;

    private final String word;
    private final String mediaType;
    private final ExpositionFormat format;

    ScrapeProtocol(String word, String mediaType, ExpositionFormat format) {
        this.word = word;
        this.mediaType = mediaType;
        this.format = format;
    }

    /** The name in a configuration. */
    public String word() {
        return word;
    }

    public ExpositionFormat format() {
        return format;
    }

    static List<String> words() {
        return Arrays.stream(values()).map(ScrapeProtocol::word).toList();
    }

    static Optional<ScrapeProtocol> ofWord(String word) {
        return Arrays.stream(values())
                .filter(protocol -> protocol.word.equals(word))
                .findFirst();
    }

    /** The {@code Accept} header that asks for protocols in their order, and for anything else after them. */
    public static String accept(List<ScrapeProtocol> protocols) {
        StringBuilder header = new StringBuilder();
        int weight = FIRST_WEIGHT;
        for (ScrapeProtocol protocol : protocols) {
            header.append(String.format(Locale.ROOT, "%s;q=0.%d,", protocol.mediaType, weight--));
        }
        return header.append("*/*;q=0.").append(weight).toString();
    }
}
