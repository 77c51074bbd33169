package io.klamm.scrape.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.config.Loaded;
import io.klamm.config.Problem;
import io.klamm.config.YamlFile;
import io.klamm.discovery.client.HttpConfig;
import io.klamm.model.series.Labels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrometheusFileTest {

    private static final String PROTOCOLS =
            "(expected: one of OpenMetricsText1.0.0, OpenMetricsText0.0.1, PrometheusText1.0.0, PrometheusText0.0.4)";

    @Test
    void bind_nothing_isPrometheussDefaults() {
        PrometheusFile file = load("").orThrow();
        assertThat(file).isEqualTo(PrometheusFile.NOTHING);
    }

    @Test
    void bind_job_takesTheGlobalsAndItsOwn() {
        PrometheusFile file = load("""
                global:
                  scrape_interval: 15s
                  external_labels: {region: eu, replica: '0'}
                  sample_limit: 1000
                  label_limit: 30
                scrape_configs:
                  - job_name: plain
                    static_configs: [{targets: ['a:1']}]
                  - job_name: own
                    scrape_interval: 5s
                    metrics_path: /m
                    scheme: https
                    honor_labels: true
                    honor_timestamps: false
                    track_timestamps_staleness: true
                    enable_compression: false
                    extra_scrape_metrics: true
                    params: {module: [a, b], one: c}
                    scrape_protocols: [PrometheusText0.0.4, OpenMetricsText1.0.0]
                    fallback_scrape_protocol: OpenMetricsText1.0.0
                    sample_limit: 7
                    body_size_limit: 15MB
                    target_limit: 3
                    label_name_length_limit: 9
                    label_value_length_limit: 10
                    keep_dropped_targets: 2
                """).orThrow();
        assertThat(file.global().externalLabels()).isEqualTo(Labels.of("region", "eu", "replica", "0"));
        ScrapeConfig plain = file.scrapeConfigs().get(0);
        assertThat(plain.interval()).isEqualTo(Duration.ofSeconds(15));
        assertThat(plain.timeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(plain.limits()).isEqualTo(new Limits(0, 1000, 30, 0, 0, 0, 0));
        assertThat(plain.protocols()).isEqualTo(ScrapeProtocol.USUAL);
        assertThat(plain.samples()).isEqualTo(SampleConfig.DEFAULT);
        assertThat(plain.http()).isEqualTo(HttpConfig.DEFAULT);
        assertThat(plain.compression()).isTrue();
        assertThat(plain.extraMetrics()).isFalse();
        ScrapeConfig own = file.scrapeConfigs().get(1);
        assertThat(own.timeout()).as("never longer than the interval").isEqualTo(Duration.ofSeconds(5));
        assertThat(own.metricsPath()).isEqualTo("/m");
        assertThat(own.scheme()).isEqualTo("https");
        assertThat(own.samples()).isEqualTo(new SampleConfig(true, false, true, List.of()));
        assertThat(own.params()).isEqualTo(Map.of("module", List.of("a", "b"), "one", List.of("c")));
        assertThat(own.protocols()).containsExactly(ScrapeProtocol.TEXT_0_0_4, ScrapeProtocol.OPENMETRICS_1_0_0);
        assertThat(own.fallback()).contains(ScrapeProtocol.OPENMETRICS_1_0_0);
        assertThat(own.limits()).isEqualTo(new Limits(15L << 20, 7, 30, 9, 10, 3, 2));
        assertThat(own.compression()).isFalse();
        assertThat(own.extraMetrics()).isTrue();
    }

    @Test
    void bind_mistakes_areAllToldWithTheirLines() {
        assertThat(problems("""
                global:
                  scrape_interval: 10s
                  scrape_timeout: 20s
                  external_labels: {__name__: x}
                scrape_configs:
                  - job_name: a
                    scrape_interval: 5s
                    scrape_timeout: 6s
                  - job_name: a
                    sample_limit: -1
                    body_size_limit: 10 apples
                  - scrape_protocols: [PrometheusText9]
                    scheme: ftp
                    metrics_pth: /m
                    fallback_scrape_protocol: Json
                    relabel_configs: [{action: rename}]
                    kubernetes_sd_configs: [{role: pod}]
                    oauth2: {client_id: x}
                scrape_config_files: [more/*.yml]
                """))
                .containsExactly(
                        "3 global.scrape_timeout: global scrape timeout greater than scrape interval",
                        "4 global.external_labels: \"__name__\" is not a valid label name here (expected: any other)",
                        "8 scrape_configs[0].scrape_timeout: scrape timeout greater than scrape interval for scrape config with job name \"a\"",
                        "9 scrape_configs[1].job_name: found multiple scrape configs with job name \"a\"",
                        "10 scrape_configs[1].sample_limit: \"-1\" (expected: an integer of at least 0)",
                        "11 scrape_configs[1].body_size_limit: \"10 apples\" (expected: a size such as 512B, 64KB or 15MB (1KB is 1024 bytes here))",
                        "12 scrape_configs[2].job_name: missing (expected: text)",
                        "12 scrape_configs[2].scrape_protocols: unknown scrape protocol PrometheusText9 " + PROTOCOLS,
                        "13 scrape_configs[2].scheme: \"ftp\" (expected: one of http, https)",
                        "14 scrape_configs[2].metrics_pth: unknown key (did you mean metrics_path?)",
                        "15 scrape_configs[2].fallback_scrape_protocol: unknown scrape protocol Json " + PROTOCOLS,
                        "16 scrape_configs[2].relabel_configs[0]: relabel configuration for replace action requires 'target_label' value",
                        "16 scrape_configs[2].relabel_configs[0].action: \"rename\" (expected: an action; one of replace, keep, drop, keepequal, dropequal, hashmod, labelmap, labeldrop, labelkeep, lowercase, uppercase)",
                        "17 scrape_configs[2].kubernetes_sd_configs: not built in Klamm (expected: static_configs, file_sd_configs, http_sd_configs, dns_sd_configs or kafka_sd_configs)",
                        "18 scrape_configs[2].oauth2: not built in Klamm (expected: basic_auth or authorization)",
                        "19 scrape_config_files: not built in Klamm (expected: all jobs in scrape_configs)");
    }

    /** What Prometheus has and Klamm has not stops nothing, as long as the scraping is the same without it. */
    @Test
    void read_realFile_isAcceptedAndSaysWhatDoesNothing(@TempDir Path directory) throws IOException {
        Path path = directory.resolve("prometheus.yml");
        Files.writeString(path, """
                # my global config
                global:
                  scrape_interval: 15s # Set the scrape interval to every 15 seconds. Default is every 1 minute.
                  evaluation_interval: 15s
                  query_log_file: /prometheus/query.log

                alerting:
                  alertmanagers:
                    - static_configs:
                        - targets:
                          # - alertmanager:9093

                rule_files:
                  # - "first_rules.yml"
                  - "second_rules.yml"

                storage:
                  tsdb:
                    out_of_order_time_window: 30m

                scrape_configs:
                  - job_name: "prometheus"
                    static_configs:
                      - targets: ["localhost:9090"]
                        labels:
                          app: "prometheus"
                  - job_name: kafka
                    scrape_classic_histograms: true
                    basic_auth: {username: u, password_file: secret.txt}
                    tls_config: {insecure_skip_verify: true}
                    file_sd_configs: [{files: [targets/*.json], refresh_interval: 1m}]
                    relabel_configs:
                      - source_labels: [__address__]
                        regex: '([^:]+):.*'
                        target_label: host
                    metric_relabel_configs:
                      - {source_labels: [__name__], regex: 'go_.*', action: drop}
                """);
        Loaded<PrometheusFile> loaded = PrometheusFile.read(path);
        assertThat(loaded.text()).isEmpty();
        assertThat(loaded.warnings())
                .extracting(problem -> problem.line() + " " + problem.path())
                .containsExactly(
                        "5 global.query_log_file",
                        "7 alerting",
                        "13 rule_files",
                        "17 storage",
                        "28 scrape_configs[1].scrape_classic_histograms");
        assertThat(loaded.warnings())
                .allMatch(warning -> warning.message().equals("not yet used by Klamm, it is ignored"));
        assertThat(loaded.orThrow().scrapeConfigs())
                .extracting(ScrapeConfig::jobName)
                .containsExactly("prometheus", "kafka");
        assertThat(loaded.orThrow().scrapeConfigs().get(1).samples().relabelling())
                .hasSize(1);
    }

    @Test
    void bind_ruleFilesThatSomebodyTakes_areRelativeToTheFile(@TempDir Path directory) throws IOException {
        Path path = directory.resolve("prometheus.yml");
        Files.writeString(path, "rule_files: ['rules/*.yml', /etc/rules.yml]\n");
        Loaded<PrometheusFile> loaded = PrometheusFile.read(path, Set.of("rule_files"));
        assertThat(loaded.warnings()).isEmpty();
        assertThat(loaded.orThrow().ruleFiles()).containsExactly(directory + "/rules/*.yml", "/etc/rules.yml");
    }

    @Test
    void bind_protobufAsked_isLeftOutWithAWarning() {
        Loaded<PrometheusFile> loaded =
                load("scrape_configs: [{job_name: a, scrape_protocols: [PrometheusProto, PrometheusText0.0.4]}]");
        assertThat(loaded.orThrow().scrapeConfigs().get(0).protocols()).containsExactly(ScrapeProtocol.TEXT_0_0_4);
        assertThat(loaded.warnings()).hasSize(1);
    }

    @Test
    void accept_protocols_inTheirOrder() {
        assertThat(ScrapeProtocol.accept(ScrapeProtocol.USUAL))
                .isEqualTo("application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.6,"
                        + "application/openmetrics-text;version=0.0.1;q=0.5,"
                        + "text/plain;version=1.0.0;escaping=allow-utf-8;q=0.4,"
                        + "text/plain;version=0.0.4;q=0.3,*/*;q=0.2");
        assertThat(ScrapeProtocol.accept(List.of(ScrapeProtocol.TEXT_0_0_4)))
                .isEqualTo("text/plain;version=0.0.4;q=0.6,*/*;q=0.5");
    }

    private static List<String> problems(String text) {
        return load(text).problems().stream().map(PrometheusFileTest::line).toList();
    }

    private static String line(Problem problem) {
        return problem.text().substring("prometheus.yml:".length()).replaceFirst("^(\\d+): ", "$1 ");
    }

    private static Loaded<PrometheusFile> load(String text) {
        return YamlFile.parseVerbatim("prometheus.yml", text)
                .bind(section -> PrometheusFile.bind(section, Path.of(""), Set.of()));
    }
}
