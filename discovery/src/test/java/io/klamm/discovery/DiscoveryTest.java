package io.klamm.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.config.YamlFile;
import io.klamm.discovery.group.BrokerList;
import io.klamm.discovery.group.Found;
import io.klamm.discovery.group.SourceConfig;
import io.klamm.discovery.group.SourceContext;
import io.klamm.discovery.group.TargetGroup;
import io.klamm.discovery.group.TargetSource;
import io.klamm.model.series.Labels;
import io.klamm.testing.ManualClock;
import io.klamm.testing.ManualTimers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class DiscoveryTest {

    /** A source that says what a test puts into it, or nothing while it hangs. */
    private record Puppet(String name, Map<String, Found> answers, List<String> events) implements SourceConfig {

        @Override
        public TargetSource open(SourceContext context) {
            events.add("open " + name);
            return new TargetSource() {
                @Override
                public String name() {
                    return name;
                }

                @Override
                public Duration interval() {
                    return Duration.ofSeconds(30);
                }

                @Override
                public CompletableFuture<Found> look() {
                    events.add("look " + name);
                    Found found = answers.get(name);
                    return found == null ? new CompletableFuture<>() : CompletableFuture.completedFuture(found);
                }

                @Override
                public void close() {
                    events.add("close " + name);
                }
            };
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Puppet puppet && puppet.name.equals(name);
        }

        @Override
        public int hashCode() {
            return name.hashCode();
        }
    }

    private final ManualClock clock = new ManualClock(Instant.parse("2026-11-24T10:00:00Z"));
    private final ManualTimers timers = new ManualTimers(clock);
    private final Map<String, Found> answers = new HashMap<>();
    private final List<String> events = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private final Discovery discovery = new Discovery(
            new SourceContext(
                    clock,
                    Runnable::run,
                    config -> {
                        throw new AssertionError("no HTTP here");
                    },
                    BrokerList.none()),
            timers::after,
            (job, groups) -> told.add(job + " "
                    + groups.stream()
                            .flatMap(group -> group.targets().stream())
                            .map(target -> target.get(TargetGroup.ADDRESS))
                            .toList()));

    @Test
    void apply_sources_areAskedAgainAndChangesAreTold() {
        answers.put("a", found("a:1"));
        discovery.apply(Map.of("job", List.of(puppet("a"))));
        assertThat(told).last().isEqualTo("job [a:1]");
        told.clear();
        timers.advance(Duration.ofSeconds(60));
        assertThat(events).containsExactly("open a", "look a", "look a", "look a");
        assertThat(told).as("nothing changed").isEmpty();
        answers.put("a", found("a:2"));
        timers.advance(Duration.ofSeconds(30));
        assertThat(told).containsExactly("job [a:2]");
    }

    @Test
    void look_failure_keepsTheGroupsAndShowsInTheStatus() {
        answers.put("a", found("a:1"));
        discovery.apply(Map.of("job", List.of(puppet("a"))));
        told.clear();
        answers.put("a", Found.failed("connection refused"));
        timers.advance(Duration.ofSeconds(30));
        assertThat(told).isEmpty();
        SourceStatus status = discovery.status().get(0);
        assertThat(status.problems()).containsExactly("connection refused");
        assertThat(status.targets()).isEqualTo(1);
        assertThat(status.lastLook()).isEqualTo(Instant.parse("2026-11-24T10:00:30Z"));
        assertThat(status.lastFound()).isEqualTo(Instant.parse("2026-11-24T10:00:00Z"));
        assertThat(status.jobs()).containsExactly("job");
    }

    @Test
    void apply_again_keepsEqualSourcesAndClosesOthers() {
        answers.put("a", found("a:1"));
        answers.put("b", found("b:1"));
        discovery.apply(Map.of("job", List.of(puppet("a"), puppet("b"))));
        events.clear();
        told.clear();
        discovery.apply(Map.of("job", List.of(puppet("a")), "other", List.of(puppet("a"))));
        assertThat(events).containsExactly("close b");
        assertThat(told).containsExactlyInAnyOrder("job [a:1]", "other [a:1]");
    }

    @Test
    void apply_newSourceThatHangs_doesNotTakeTargetsAway() {
        answers.put("a", found("a:1"));
        discovery.apply(Map.of("job", List.of(puppet("a"))));
        told.clear();
        discovery.apply(Map.of("job", List.of(puppet("b"))));
        assertThat(told).isEmpty();
    }

    @Test
    void apply_oneOfTwoHangs_theOtherIsTold() {
        answers.put("a", found("a:1"));
        discovery.apply(Map.of("job", List.of(puppet("a"), puppet("hangs"))));
        assertThat(told).isNotEmpty();
        assertThat(discovery.status()).extracting(SourceStatus::targets).containsExactly(1, 0);
    }

    @Test
    void apply_sourceThatBreaks_doesNotStopAsking() {
        answers.put("a", found("a:1"));
        discovery.apply(Map.of("job", List.of(puppet("a"))));
        answers.put("a", Found.failed("broken"));
        timers.advance(Duration.ofSeconds(30));
        answers.put("a", found("a:9"));
        timers.advance(Duration.ofSeconds(30));
        assertThat(told).last().isEqualTo("job [a:9]");
    }

    @Test
    void close_endsAllSources() {
        answers.put("a", found("a:1"));
        discovery.apply(Map.of("job", List.of(puppet("a"))));
        discovery.close();
        discovery.close();
        events.clear();
        timers.advance(Duration.ofMinutes(5));
        assertThat(events).isEmpty();
        assertThat(timers.waiting()).isZero();
    }

    @Test
    void bind_otherKinds_areNamedAsNotBuilt() {
        assertThat(YamlFile.parseVerbatim("p.yml", """
                        static_configs: [{targets: ['http://a:1/metrics']}]
                        consul_sd_configs: [{server: a}]
                        file_sd_confgis: []
                        """)
                        .bind(section -> DiscoveryConfigs.bind(section, Path.of("")))
                        .text()
                        .lines())
                .containsExactly(
                        "p.yml:1: static_configs[0].targets: \"http://a:1/metrics\" is not a valid hostname (expected: host:port, without a scheme or a path)",
                        "p.yml:2: consul_sd_configs: not built in Klamm (expected: static_configs, file_sd_configs, http_sd_configs, dns_sd_configs or kafka_sd_configs)",
                        "p.yml:3: file_sd_confgis: unknown key (did you mean file_sd_configs?)");
    }

    private Puppet puppet(String name) {
        return new Puppet(name, answers, events);
    }

    private static Found found(String address) {
        return Found.all(List.of(new TargetGroup("s", List.of(Labels.of(TargetGroup.ADDRESS, address)), Labels.EMPTY)));
    }
}
