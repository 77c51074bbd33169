package io.klamm.scrape.pool;

import io.klamm.discovery.client.HttpFetcher;
import io.klamm.discovery.client.HttpRequestSpec;
import io.klamm.scrape.config.ScrapeConfig;
import io.klamm.scrape.config.ScrapeProtocol;
import io.klamm.scrape.exposition.ExpositionFormat;
import io.klamm.scrape.targets.Target;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What the loops of one job share.
 *
 * @param forced why all scrapes fail without anybody being asked; empty if they do not
 */
record JobSetup(
        ScrapeConfig config,
        ScrapeContext context,
        HttpFetcher fetcher,
        Desk.Desks desks,
        Counters counters,
        Supplier<String> forced) {

    /** A page that nobody limits must still not take the memory of everything else. */
    private static final long LARGEST = Math.max(64L << 20, Runtime.getRuntime().maxMemory() / 4);

    private static final String PROTOBUF = "application/vnd.google.protobuf";

    String forcedError() {
        return forced.get();
    }

    HttpRequestSpec request(Target target) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Accept", ScrapeProtocol.accept(config.protocols()));
        headers.put("Accept-Encoding", config.compression() ? "gzip" : "identity");
        headers.put("User-Agent", "Klamm");
        headers.put("X-Prometheus-Scrape-Timeout-Seconds", seconds(target));
        return new HttpRequestSpec(target.url(), headers, target.timeout(), mostBytes());
    }

    /** Of a page, as sent and as unpacked. */
    long mostBytes() {
        long limit = config.limits().bodySize();
        return limit == 0 ? LARGEST : Math.min(limit, LARGEST);
    }

    private static String seconds(Target target) {
        return BigDecimal.valueOf(target.timeout().toMillis(), 3)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** How a page of this content type is read: one that says nothing, or something else, as the job's fallback, or as text. */
    ExpositionFormat format(String contentType) {
        return ExpositionFormat.ofContentType(contentType)
                .or(() -> config.fallback().map(ScrapeProtocol::format))
                .orElse(ExpositionFormat.TEXT);
    }

    /** Why a page of this content type cannot be read at all; empty if it can. */
    String refusedType(String contentType) {
        return contentType.startsWith(PROTOBUF)
                ? "received unsupported Content-Type \"" + contentType + "\" (expected: text)"
                : "";
    }
}
