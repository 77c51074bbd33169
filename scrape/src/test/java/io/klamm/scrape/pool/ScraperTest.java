package io.klamm.scrape.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.config.YamlFile;
import io.klamm.discovery.client.Fetched;
import io.klamm.discovery.client.HttpRequestSpec;
import io.klamm.discovery.group.BrokerList;
import io.klamm.model.series.Labels;
import io.klamm.model.series.Metadata;
import io.klamm.model.series.MetricType;
import io.klamm.scrape.config.PrometheusFile;
import io.klamm.storage.MatchType;
import io.klamm.storage.Matcher;
import io.klamm.storage.memory.MemoryStorage;
import io.klamm.testing.ManualClock;
import io.klamm.testing.ManualTimers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The loops over servers in memory, with a clock that the test turns: nothing here waits. */
class ScraperTest {

    private static final long START = 1_000_000_000_000L;
    private static final Duration INTERVAL = Duration.ofSeconds(10);
    private static final String A = "http://a:1/metrics";
    private static final String B = "http://b:1/metrics";

    private static final String JOB = """
            global: {scrape_interval: 10s}
            scrape_configs:
              - job_name: j
                static_configs: [{targets: ['a:1']}]
            """;

    private final ManualClock clock = new ManualClock(Instant.ofEpochMilli(START));
    private final ManualTimers timers = new ManualTimers(clock);
    private final MemoryStorage store = new MemoryStorage();
    private final FakeWeb web = new FakeWeb();
    private long nanos;
    private final Scraper scraper = new Scraper(new ScrapeContext(
            clock, () -> nanos += 5_000_000, timers::after, Runnable::run, config -> web, store, BrokerList.none(), 7));

    @AfterEach
    void close() {
        scraper.close();
    }

    @Test
    void apply_target_isScrapedEveryIntervalAtItsPlace() {
        web.page(A, "m 1\n");
        apply(JOB);
        assertThat(web.asked()).as("before its time").isEmpty();
        timers.advance(INTERVAL);
        web.page(A, "m 2\n");
        timers.advance(INTERVAL);
        long first = offset();
        assertThat(first).isBetween(START, START + 10_000);
        assertThat(samples("m"))
                .containsExactly(
                        "{__name__=\"m\", instance=\"a:1\", job=\"j\"} 1.0@" + first + " 2.0@" + (first + 10_000));
        assertThat(samples("up"))
                .containsExactly(
                        "{__name__=\"up\", instance=\"a:1\", job=\"j\"} 1.0@" + first + " 1.0@" + (first + 10_000));
        HttpRequestSpec request = web.asked().get(0);
        assertThat(request.headers())
                .containsEntry("Accept-Encoding", "gzip")
                .containsEntry("X-Prometheus-Scrape-Timeout-Seconds", "10")
                .hasEntrySatisfying("Accept", accept -> assertThat(accept)
                        .startsWith("application/openmetrics-text;version=1.0.0"));
        assertThat(request.deadline()).isEqualTo(Duration.ofSeconds(10));
        assertThat(request.mostBytes())
                .as("bounded even if nobody says so")
                .isBetween(64L << 20, Runtime.getRuntime().maxMemory());
    }

    @Test
    void scrape_reports_sayWhatCameOfIt() {
        web.page(A, "go_x 1\nm{i=\"1\"} 1\nm{i=\"2\"} 1\n");
        apply(JOB + """
                    metric_relabel_configs: [{source_labels: [__name__], regex: 'go_.*', action: drop}]
                    sample_limit: 100
                    extra_scrape_metrics: true
                """);
        timers.advance(INTERVAL);
        timers.advance(INTERVAL);
        assertThat(values("scrape_duration_seconds")).containsExactly(0.005, 0.005);
        assertThat(values("scrape_samples_scraped")).containsExactly(3.0, 3.0);
        assertThat(values("scrape_samples_post_metric_relabeling")).containsExactly(2.0, 2.0);
        assertThat(values("scrape_series_added")).containsExactly(2.0, 0.0);
        assertThat(values("scrape_timeout_seconds")).containsExactly(10.0, 10.0);
        assertThat(values("scrape_sample_limit")).containsExactly(100.0, 100.0);
        assertThat(values("scrape_body_size_bytes")).containsExactly(29.0, 29.0);
    }

    @Test
    void scrape_failure_endsTheSeriesOnceAndUpIsZero() {
        web.page(A, "m 1\n");
        apply(JOB);
        timers.advance(INTERVAL);
        web.fail(A, "connection refused");
        timers.advance(INTERVAL);
        timers.advance(INTERVAL);
        assertThat(status()).isEqualTo(Health.DOWN);
        assertThat(target().status().lastError()).isEqualTo("connection refused");
        assertThat(target().status().failures()).isEqualTo(2);
        web.page(A, "m 4\n");
        timers.advance(INTERVAL);
        long first = offset();
        assertThat(samples("m"))
                .containsExactly("{__name__=\"m\", instance=\"a:1\", job=\"j\"} 1.0@" + first + " stale@"
                        + (first + 10_000) + " 4.0@" + (first + 30_000));
        assertThat(values("up")).containsExactly(1.0, 0.0, 0.0, 1.0);
        assertThat(values("scrape_samples_scraped")).containsExactly(1.0, 0.0, 0.0, 1.0);
        assertThat(status()).isEqualTo(Health.UP);
        assertThat(scraper.counts())
                .as("a store in memory logs no batch")
                .isEqualTo(new ScrapeCounts(4, 2, 2, 0, 0, 0, 0, 4));
    }

    @Test
    void scrape_badAnswers_areFailuresWithPrometheussWords() {
        apply(JOB);
        assertThat(errorOf(500, FakeWeb.TEXT, "m 1\n"))
                .isEqualTo("server returned HTTP status 500 Internal Server Error");
        assertThat(errorOf(200, "application/vnd.google.protobuf; proto=x", ""))
                .startsWith("received unsupported Content-Type");
        assertThat(errorOf(200, FakeWeb.TEXT, "m\n")).startsWith("line 1: ");
        assertThat(errorOf(200, "application/openmetrics-text; version=1.0.0", "m 1\n"))
                .as("no end")
                .isNotEmpty();
        assertThat(errorOf(200, "application/openmetrics-text; version=1.0.0", "m 1\n# EOF\n"))
                .isEmpty();
        assertThat(values("up")).containsExactly(0.0, 0.0, 0.0, 0.0, 1.0);
    }

    private String errorOf(int status, String contentType, String page) {
        web.answer(A, status, contentType, page);
        timers.advance(INTERVAL);
        return target().status().lastError();
    }

    @Test
    void scrape_contentTypeThatSaysNothing_isReadAsTheFallbackSays() {
        web.answer(A, 200, "", "m 1 5.0\n# EOF\n");
        apply(JOB + "    fallback_scrape_protocol: OpenMetricsText1.0.0\n");
        timers.advance(INTERVAL);
        assertThat(samples("m")).containsExactly("{__name__=\"m\", instance=\"a:1\", job=\"j\"} 1.0@5000");
    }

    @Test
    void scrape_packedPage_isUnpackedWithinTheLimit() {
        web.page(A, "m 1\nm2 1\n");
        apply(JOB + "    body_size_limit: 8B\n");
        timers.advance(INTERVAL);
        assertThat(target().status().lastError()).isEqualTo("body size limit exceeded");
        web.page(A, "m 1\n");
        timers.advance(INTERVAL);
        assertThat(values("up")).containsExactly(0.0, 1.0);
    }

    @Test
    void scrape_tooManySamples_failsAndSaysHowMany() {
        web.page(A, "m{i=\"1\"} 1\nm{i=\"2\"} 1\n");
        apply(JOB + "    sample_limit: 1\n");
        timers.advance(INTERVAL);
        assertThat(target().status().lastError()).isEqualTo("sample limit exceeded");
        assertThat(values("up")).containsExactly(0.0);
        assertThat(values("scrape_samples_post_metric_relabeling")).containsExactly(2.0);
        assertThat(samples("m")).isEmpty();
    }

    @Test
    void scrape_tooManyTargets_allFailWithoutBeingAsked() {
        web.page(A, "m 1\n");
        web.page(B, "m 1\n");
        apply(JOB.replace("['a:1']", "['a:1', 'b:1']") + "    target_limit: 1\n");
        timers.advance(INTERVAL);
        assertThat(web.asked()).isEmpty();
        assertThat(scraper.pools().get(0).active()).hasSize(2).allMatch(target -> target.status()
                .lastError()
                .equals("target_limit exceeded (number of targets: 2, limit: 1)"));
        assertThat(values("up")).containsExactly(0.0, 0.0);
    }

    @Test
    void scrape_targetThatHangs_skipsItsTimesAndCostsNoOtherTarget() {
        web.hang(A);
        web.page(B, "m 1\n");
        apply(JOB.replace("['a:1']", "['a:1', 'b:1']"));
        timers.advance(INTERVAL.multipliedBy(3));
        assertThat(web.hanging()).as("asked once").hasSize(1);
        assertThat(target().status().skipped()).isEqualTo(2);
        assertThat(values("m")).containsExactly(1.0, 1.0, 1.0);
        boolean unused = web.hanging().get(0).complete(new Fetched.Failed("context deadline exceeded"));
        assertThat(target().status().lastError()).isEqualTo("context deadline exceeded");
        timers.advance(INTERVAL);
        assertThat(web.hanging()).hasSize(2);
    }

    @Test
    void apply_targetGone_itsSeriesEndTwoIntervalsLater() {
        web.page(A, "m 1\n");
        apply(JOB);
        timers.advance(INTERVAL);
        long first = offset();
        apply(JOB.replace("a:1", "b:1"));
        assertThat(scraper.pools().get(0).active()).hasSize(1);
        timers.advance(Duration.ofSeconds(5));
        assertThat(samplesOf("a:1", "m"))
                .as("not yet")
                .containsExactly("{__name__=\"m\", instance=\"a:1\", job=\"j\"} 1.0@" + first);
        timers.advance(Duration.ofSeconds(20));
        String stale = " stale@" + (first + 10_000);
        assertThat(samplesOf("a:1", "m"))
                .containsExactly("{__name__=\"m\", instance=\"a:1\", job=\"j\"} 1.0@" + first + stale);
        assertThat(samplesOf("a:1", "up"))
                .containsExactly("{__name__=\"up\", instance=\"a:1\", job=\"j\"} 1.0@" + first + stale);
        assertThat(samplesOf("a:1", "scrape_series_added")).allMatch(line -> line.endsWith(stale));
    }

    @Test
    void apply_jobGone_itsSeriesEnd() {
        web.page(A, "m 1\n");
        apply(JOB);
        timers.advance(INTERVAL);
        apply("");
        assertThat(scraper.pools()).isEmpty();
        timers.advance(INTERVAL.multipliedBy(3));
        assertThat(samples("m")).hasSize(1).allMatch(line -> line.contains(" stale@"));
        assertThat(web.asked()).hasSize(1);
    }

    @Test
    void apply_targetThatComesBackInTime_goesOn() {
        web.page(A, "m 1\n");
        apply(JOB);
        timers.advance(INTERVAL);
        apply("");
        apply(JOB);
        timers.advance(INTERVAL.multipliedBy(4));
        assertThat(values("m")).containsExactly(1.0, 1.0, 1.0, 1.0, 1.0);
    }

    @Test
    void apply_sameJobAgain_disturbsNothing() {
        web.page(A, "m 1\n");
        apply(JOB);
        timers.advance(INTERVAL);
        TargetStatus before = target().status();
        apply(JOB + "  - job_name: other\n    static_configs: [{targets: ['b:1']}]\n");
        assertThat(target().status()).isSameAs(before);
        timers.advance(INTERVAL);
        assertThat(values("scrape_series_added"))
                .as("the series are known still")
                .contains(1.0, 0.0);
    }

    @Test
    void apply_otherTimeout_keepsSeriesAndStatus() {
        web.page(A, "m 1\n");
        apply(JOB);
        timers.advance(INTERVAL);
        apply(JOB + "    scrape_timeout: 3s\n");
        assertThat(target().status().scrapes()).isEqualTo(1);
        timers.advance(INTERVAL);
        assertThat(web.asked().get(1).deadline()).isEqualTo(Duration.ofSeconds(3));
        assertThat(values("scrape_series_added")).containsExactly(1.0, 0.0);
    }

    @Test
    void apply_otherRules_endWhatTheyNoLongerMakeAndNothingElse() {
        web.page(A, "m 1\ngone 1\n");
        apply(JOB);
        timers.advance(INTERVAL);
        apply(JOB + "    metric_relabel_configs: [{source_labels: [__name__], regex: gone, action: drop}]\n");
        timers.advance(INTERVAL);
        timers.advance(INTERVAL);
        long first = offset();
        assertThat(samples("gone"))
                .containsExactly(
                        "{__name__=\"gone\", instance=\"a:1\", job=\"j\"} 1.0@" + first + " stale@" + (first + 10_000));
        assertThat(samples("m")).singleElement().asString().doesNotContain("stale");
        assertThat(values("m")).containsExactly(1.0, 1.0, 1.0);
    }

    @Test
    void apply_otherRulesAndThePageFails_allEndsOnce() {
        web.page(A, "m 1\n");
        apply(JOB);
        timers.advance(INTERVAL);
        apply(JOB + "    honor_labels: true\n");
        web.fail(A, "gone");
        timers.advance(INTERVAL);
        timers.advance(INTERVAL);
        long first = offset();
        assertThat(samples("m"))
                .containsExactly(
                        "{__name__=\"m\", instance=\"a:1\", job=\"j\"} 1.0@" + first + " stale@" + (first + 10_000));
    }

    @Test
    void apply_whileAPageIsAwaited_theNewLoopWaitsForTheWriter() {
        web.hang(A);
        apply(JOB);
        timers.advance(INTERVAL);
        apply(JOB + "    scrape_timeout: 3s\n");
        assertThat(web.hanging().get(0)).isCancelled();
        web.page(A, "m 2\n");
        timers.advance(INTERVAL);
        assertThat(values("m")).containsExactly(2.0);
    }

    @Test
    void pools_droppedAndInvalidTargets_areShown() {
        apply(JOB.replace("['a:1']", "['a:1', 'b:1', 'c:1', 'd:1']") + """
                    keep_dropped_targets: 1
                    relabel_configs:
                      - {source_labels: [__address__], regex: '[bc]:1', action: drop}
                      - {source_labels: [__address__], regex: 'd:1', target_label: __scrape_interval__, replacement: '0s'}
                """);
        PoolView pool = scraper.pools().get(0);
        assertThat(pool.pool()).isEqualTo("j");
        assertThat(pool.active()).hasSize(1);
        assertThat(pool.dropped()).hasSize(1);
        assertThat(pool.droppedCount()).isEqualTo(2);
        assertThat(pool.problems()).containsExactly("d:1: scrape interval cannot be 0");
        assertThat(scraper.relabelSteps("j", pool.dropped().get(0).discovered()))
                .isNotEmpty();
        assertThat(scraper.relabelSteps("none", Labels.EMPTY)).isEmpty();
    }

    @Test
    void metadata_ofAllTargets_isShown() {
        web.page(A, "# TYPE m counter\n# HELP m What.\nm 1\n");
        apply(JOB);
        timers.advance(INTERVAL);
        assertThat(scraper.metadata())
                .extracting(TargetMetadata::families)
                .containsExactly(Map.of("m", new Metadata(MetricType.COUNTER, "What.", "")));
    }

    @Test
    void close_endsNothingAndStopsEverything() {
        web.page(A, "m 1\n");
        apply(JOB);
        timers.advance(INTERVAL);
        scraper.close();
        scraper.close();
        timers.advance(INTERVAL.multipliedBy(5));
        assertThat(values("m")).containsExactly(1.0);
        assertThat(timers.waiting()).isZero();
        apply(JOB);
        timers.advance(INTERVAL.multipliedBy(2));
        assertThat(web.asked()).hasSize(1);
    }

    @Test
    void fetchedBody_isReadWhole_whateverItsParts() {
        byte[] page = "m{i=\"1\"} 1\nm{i=\"2\"} 2\n".getBytes(StandardCharsets.UTF_8);
        web.hang(A);
        apply(JOB);
        timers.advance(INTERVAL);
        boolean unused = web.hanging()
                .get(0)
                .complete(new Fetched.Answer(
                        200,
                        Map.of("content-type", FakeWeb.TEXT),
                        List.of(ByteBuffer.wrap(page, 0, 5), ByteBuffer.wrap(page, 5, page.length - 5))));
        assertThat(values("m")).containsExactly(1.0, 2.0);
    }

    private void apply(String yaml) {
        scraper.apply(YamlFile.parseVerbatim("p.yml", yaml)
                .bind(section -> PrometheusFile.bind(section, Path.of(""), Set.of()))
                .orThrow()
                .scrapeConfigs());
    }

    private ActiveTarget target() {
        return scraper.pools().get(0).active().get(0);
    }

    private Health status() {
        return target().status().health();
    }

    /** When the first target was scraped first. */
    private long offset() {
        String line = samplesOf("a:1", "up").get(0);
        return Long.parseLong(line.substring(line.indexOf('@') + 1).split(" ", 2)[0]);
    }

    private List<String> samples(String name) {
        return Readings.of(store, new Matcher(MatchType.EQUAL, Labels.NAME, name));
    }

    private List<String> samplesOf(String instance, String name) {
        return Readings.of(
                store,
                new Matcher(MatchType.EQUAL, Labels.NAME, name),
                new Matcher(MatchType.EQUAL, "instance", instance));
    }

    private List<Double> values(String name) {
        return samples(name).stream()
                .flatMap(line -> List.of(line.substring(line.indexOf("} ") + 2).split(" ", -1)).stream())
                .map(sample -> sample.substring(0, sample.indexOf('@')))
                .filter(value -> !value.equals("stale"))
                .map(Double::valueOf)
                .toList();
    }
}
