package io.klamm.notifier.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.config.Problem;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class NotifierConfigTest {

    private static final String WHOLE = """
            global:
              resolve_timeout: 3m
            templates: ['/etc/am/*.tmpl']
            route:
              receiver: team
              group_by: [cluster, alertname]
              group_wait: 10s
              routes:
                - matchers: ['severity="critical"', 'team=~"a|b"']
                  receiver: pager
                  group_by: ['...']
                  continue: true
                  repeat_interval: 1h
                  mute_time_intervals: [nights]
                - match: {service: db}
                  match_re: {zone: 'eu.*'}
                  group_interval: 1m30s
                  active_time_intervals: [office]
                  routes:
                    - matchers: ['{a!="b", "my label"!~"d"}']
            inhibit_rules:
              - source_matchers: ['severity="critical"']
                target_matchers: ['severity="warning"']
                equal: [cluster]
              - name: many
                sources:
                  - source_match: {a: b}
                  - source_matchers: ['c="d"']
                    equal: [x]
                target_match_re: {e: f.*}
            receivers:
              - name: team
                webhook_configs: [{url: 'http://127.0.0.1:1/'}]
              - name: pager
            time_intervals:
              - name: office
                time_intervals:
                  - times: [{start_time: '09:00', end_time: '24:00'}]
                    weekdays: ['monday:friday', saturday]
                    days_of_month: ['1:5', '-3:-1']
                    months: ['1:3', 'may:august', december]
                    years: ['2020:2030', '2035']
                    location: Europe/Berlin
            mute_time_intervals:
              - name: nights
                time_intervals: [{times: [{start_time: '00:00', end_time: '06:30'}]}]
            """;

    @Test
    void bind_wholeFile_isReadAsUpstreamReadsIt() {
        NotifierConfig config = ConfigFile.of(WHOLE);

        assertThat(config.resolveTimeout()).isEqualTo(Duration.ofMinutes(3));
        assertThat(config.receivers()).containsExactly("team", "pager");
        RouteConfig pager = config.route().routes().get(0);
        assertThat(pager.groupByAll()).isTrue();
        assertThat(pager.goOn()).isTrue();
        assertThat(pager.groupWait()).isEqualTo(Duration.ofSeconds(10));
        assertThat(pager.groupInterval()).isEqualTo(Duration.ofMinutes(5));
        assertThat(pager.repeatInterval()).isEqualTo(Duration.ofHours(1));
        assertThat(pager.matchers())
                .extracting(Object::toString)
                .containsExactly("severity=\"critical\"", "team=~\"a|b\"");
        RouteConfig deep = config.route().routes().get(1).routes().get(0);
        assertThat(deep.receiver()).isEqualTo("team");
        assertThat(deep.groupBy()).containsExactly("cluster", "alertname");
        assertThat(deep.groupInterval()).isEqualTo(Duration.ofSeconds(90));
        assertThat(deep.activeTimes()).isEmpty();
        assertThat(deep.matchers()).hasSize(2);
        assertThat(config.inhibitions().get(1).sources().get(1).equal()).containsExactly("x");
        assertThat(config.times()).containsOnlyKeys("office", "nights");
    }

    @Test
    void bind_manyMistakes_areAllToldWithTheirLines() {
        String bad = """
                route:
                  receiver: nobody
                  continue: true
                  group_by: [a, a]
                  group_interval: 0s
                  routes:
                    - matchers: ['a', 'b=~"("']
                      mute_time_intervals: [never]
                      group_by: ['...', x]
                      repeat_intervall: 1h
                receivers:
                  - name: team
                  - name: team
                time_intervals:
                  - name: x
                    time_intervals:
                      - times: [{start_time: '10:00', end_time: '09:00'}]
                        weekdays: ['friday:monday', funday]
                        days_of_month: ['0', '-1:5', '40']
                        months: ['13']
                        location: Mars/Base
                  - name: x
                """;
        List<Problem> problems = ConfigFile.read(bad).problems();

        assertThat(problems)
                .extracting(Problem::line)
                .containsExactlyInAnyOrder(2, 3, 4, 5, 7, 7, 8, 9, 10, 13, 17, 18, 18, 19, 19, 19, 20, 21, 22);
        assertThat(problems).allSatisfy(problem -> assertThat(problem.text()).startsWith("alertmanager.yml:"));
        assertThat(problems)
                .anySatisfy(problem -> assertThat(problem.text()).contains("did you mean repeat_interval?"));
    }

    @Test
    void bind_emptyFile_needsRouteAndReceiver() {
        assertThat(ConfigFile.read("").problems())
                .extracting(Problem::message)
                .anyMatch(message -> message.contains("a route with a receiver"))
                .anyMatch(message -> message.contains("at least one receiver"));
    }

    @Test
    void bind_rootWithMatchers_isRefused() {
        String yaml = "route: {receiver: a, matchers: ['x=y']}\nreceivers: [{name: a}]\n";

        assertThat(ConfigFile.read(yaml).problems()).singleElement().satisfies(problem -> assertThat(problem.path())
                .isEqualTo("route.matchers"));
    }
}
