package io.klamm.notifier.config;

import io.klamm.model.alert.AlertMatcher;
import java.time.Duration;
import java.util.List;

/**
 * A route as it is configured, with what it has from the routes above it.
 *
 * @param groupBy names of labels; meaningless if {@code groupByAll}
 * @param groupByAll whether every alert is a group of its own
 * @param goOn whether routes after this one are looked at as well: {@code continue}
 * @param muteTimes names of intervals in which it is quiet
 * @param activeTimes names of intervals outside of which it is quiet; none for always
 */
public record RouteConfig(
        String receiver,
        List<AlertMatcher> matchers,
        List<String> groupBy,
        boolean groupByAll,
        boolean goOn,
        Duration groupWait,
        Duration groupInterval,
        Duration repeatInterval,
        List<String> muteTimes,
        List<String> activeTimes,
        List<RouteConfig> routes) {

    public RouteConfig {
        matchers = List.copyOf(matchers);
        groupBy = List.copyOf(groupBy);
        muteTimes = List.copyOf(muteTimes);
        activeTimes = List.copyOf(activeTimes);
        routes = List.copyOf(routes);
    }

    /** What holds where nobody says anything. */
    static RouteConfig usual(String receiver) {
        return new RouteConfig(
                receiver,
                List.of(),
                List.of(),
                false,
                false,
                Duration.ofSeconds(30),
                Duration.ofMinutes(5),
                Duration.ofHours(4),
                List.of(),
                List.of(),
                List.of());
    }
}
