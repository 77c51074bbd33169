package io.klamm.scrape.targets;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.config.YamlFile;
import io.klamm.discovery.group.TargetGroup;
import io.klamm.model.series.Labels;
import io.klamm.scrape.config.PrometheusFile;
import io.klamm.scrape.config.ScrapeConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TargetBuilderTest {

    private static final String A = TargetGroup.ADDRESS;

    @Test
    void build_plainTarget_hasPrometheussLabelsAndAddress() {
        TargetOutcome outcome = one("job_name: kafka", Labels.of(A, "b1:9100", "dc", "x", "__meta_rack", "r1"));
        Target target = active(outcome);
        assertThat(target.url()).hasToString("http://b1:9100/metrics");
        assertThat(target.labels()).isEqualTo(Labels.of("dc", "x", "instance", "b1:9100", "job", "kafka"));
        assertThat(target.discovered())
                .isEqualTo(Labels.of(
                        A,
                        "b1:9100",
                        "__meta_rack",
                        "r1",
                        "__metrics_path__",
                        "/metrics",
                        "__scheme__",
                        "http",
                        "__scrape_interval__",
                        "1m",
                        "__scrape_timeout__",
                        "10s",
                        "dc",
                        "x",
                        "job",
                        "kafka"));
        assertThat(target.interval()).isEqualTo(Duration.ofMinutes(1));
        assertThat(target.timeout()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void build_labelsOfTheTarget_winOverTheJobs() {
        Target target = active(one(
                "job_name: kafka",
                Labels.of(
                        A,
                        "b1:9100",
                        "__metrics_path__",
                        "m x",
                        "__scheme__",
                        "https",
                        "__scrape_interval__",
                        "30s",
                        "job",
                        "own")));
        assertThat(target.url()).hasToString("https://b1:9100/m%20x");
        assertThat(target.interval()).isEqualTo(Duration.ofSeconds(30));
        assertThat(target.labels().get("job")).isEqualTo("own");
    }

    @Test
    void build_relabelling_mayChangeAnything() {
        Target target = active(one("""
                job_name: blackbox
                metrics_path: /probe
                params: {module: [http_2xx, second], 'a b': ['c&d']}
                relabel_configs:
                  - {source_labels: [__address__], target_label: __param_target}
                  - {source_labels: [__param_target], target_label: instance}
                  - {target_label: __address__, replacement: 'blackbox:9115'}
                  - {target_label: __param_module, replacement: icmp}
                  - {source_labels: [__meta_rack], target_label: rack}
                """, Labels.of(A, "http://kafka/?x=1", "__meta_rack", "r1")));
        assertThat(target.url())
                .hasToString(
                        "http://blackbox:9115/probe?a+b=c%26d&module=icmp&module=second&target=http%3A%2F%2Fkafka%2F%3Fx%3D1");
        assertThat(target.labels())
                .isEqualTo(Labels.of("instance", "http://kafka/?x=1", "job", "blackbox", "rack", "r1"));
    }

    @Test
    void build_dropped_isTold() {
        TargetOutcome outcome = one("""
                job_name: a
                relabel_configs: [{source_labels: [dc], regex: x, action: drop}]
                """, Labels.of(A, "b1:9100", "dc", "x"));
        assertThat(outcome).isInstanceOf(TargetOutcome.Dropped.class);
        assertThat(((TargetOutcome.Dropped) outcome).discovered().get("dc")).isEqualTo("x");
    }

    @Test
    void build_whatCannotBeScraped_saysWhy() {
        assertThat(reason("job_name: a", Labels.of("dc", "x"))).isEqualTo("no address");
        assertThat(reason("job_name: a", Labels.of(A, "http://b1:9100")))
                .isEqualTo("\"http://b1:9100\" is not a valid hostname");
        assertThat(reason("job_name: a", Labels.of(A, "b1:9100", "__scrape_timeout__", "2m")))
                .isEqualTo("scrape timeout cannot be greater than scrape interval (\"2m\" > \"1m\")");
        assertThat(reason("job_name: a", Labels.of(A, "b1:9100", "__scrape_interval__", "soon")))
                .isEqualTo("error parsing scrape interval: not a valid duration string: \"soon\"");
        assertThat(reason("job_name: a", Labels.of(A, "b1:9100", "__scrape_timeout__", "0s")))
                .isEqualTo("scrape timeout cannot be 0");
        assertThat(reason("job_name: a", Labels.of(A, "b1 x")))
                .startsWith("\"http://b1 x/metrics\" is not an address: ");
    }

    private static Target active(TargetOutcome outcome) {
        assertThat(outcome).isInstanceOf(TargetOutcome.Active.class);
        return ((TargetOutcome.Active) outcome).target();
    }

    private static String reason(String job, Labels found) {
        TargetOutcome outcome = one(job, found);
        assertThat(outcome).isInstanceOf(TargetOutcome.Invalid.class);
        return ((TargetOutcome.Invalid) outcome).reason();
    }

    private static TargetOutcome one(String job, Labels found) {
        ScrapeConfig config = YamlFile.parseVerbatim("p.yml", "scrape_configs:\n  -\n" + job.indent(4))
                .bind(section -> PrometheusFile.bind(section, Path.of(""), Set.of()))
                .orThrow()
                .scrapeConfigs()
                .get(0);
        List<TargetOutcome> all =
                new TargetBuilder(config).build(List.of(new TargetGroup("s", List.of(found), Labels.EMPTY)));
        assertThat(all).hasSize(1);
        return all.get(0);
    }
}
