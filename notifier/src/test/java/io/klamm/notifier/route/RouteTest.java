package io.klamm.notifier.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.model.series.Labels;
import io.klamm.notifier.config.ConfigFile;
import java.util.List;
import org.junit.jupiter.api.Test;

class RouteTest {

    private static final Route TREE = Route.tree(ConfigFile.of("""
                    route:
                      receiver: root
                      group_by: [cluster]
                      routes:
                        - matchers: ['team="a"']
                          receiver: a
                          continue: true
                          routes:
                            - matchers: ['severity="critical"']
                              receiver: a-pager
                              group_by: ['...']
                        - matchers: ['team=~"a|b"']
                          receiver: ab
                        - matchers: ['team="b"']
                          receiver: never
                        - matchers: ['severity=""']
                          receiver: plain
                    receivers: [{name: root}, {name: a}, {name: a-pager}, {name: ab}, {name: never}, {name: plain}]
                    """).route());

    @Test
    void matching_deepestAndContinued_inTheOrderOfTheFile() {
        assertThat(receivers("team", "a", "severity", "critical")).containsExactly("a-pager", "ab");
        assertThat(receivers("team", "a")).containsExactly("a", "ab");
        assertThat(receivers("team", "b")).containsExactly("ab");
        assertThat(receivers("x", "y")).containsExactly("plain");
        assertThat(receivers("severity", "page")).containsExactly("root");
    }

    @Test
    void groupLabels_byNamesOrAll() {
        Labels labels = Labels.of("team", "a", "severity", "critical", "cluster", "c");

        List<Route> routes = TREE.matching(labels);
        assertThat(routes.get(0).groupLabels(labels)).isEqualTo(labels);
        assertThat(routes.get(1).groupLabels(labels)).isEqualTo(Labels.of("cluster", "c"));
        assertThat(routes.get(1).groupKey(Labels.of("cluster", "c"))).isEqualTo("{}/{team=~\"a|b\"}:{cluster=\"c\"}");
    }

    private static List<String> receivers(String... labels) {
        return TREE.matching(Labels.of(labels)).stream()
                .map(route -> route.config().receiver())
                .toList();
    }
}
