package io.klamm.notifier.route;

import io.klamm.model.alert.AlertMatcher;
import io.klamm.model.series.Labels;
import io.klamm.notifier.config.RouteConfig;
import io.klamm.storage.Matcher;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A route of the tree, able to match. Immutable. */
public final class Route {

    private final RouteConfig config;
    private final String path;
    private final List<Matcher> matchers;
    private final List<Route> routes;

    private Route(RouteConfig config, String path) {
        this.config = config;
        this.path = path;
        this.matchers = config.matchers().stream().map(Matcher::of).toList();
        this.routes = below(config.routes(), path);
    }

    /** The tree from its root. */
    public static Route tree(RouteConfig root) {
        return new Route(root, "{}");
    }

    private static List<Route> below(List<RouteConfig> configs, String path) {
        List<Route> routes = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        for (RouteConfig config : configs) {
            String own = path + "/" + text(config.matchers());
            int twin = seen.merge(own, 1, Integer::sum);
            routes.add(new Route(config, twin == 1 ? own : own + "#" + twin));
        }
        return List.copyOf(routes);
    }

    private static String text(List<AlertMatcher> matchers) {
        return matchers.stream().map(AlertMatcher::toString).sorted().collect(Collectors.joining(",", "{", "}"));
    }

    /** How it is configured. */
    public RouteConfig config() {
        return config;
    }

    /** Where an alert goes: the deepest routes that match, in the order of the file; never none at the root. */
    public List<Route> matching(Labels labels) {
        if (!Matcher.allMatch(matchers, labels)) {
            return List.of();
        }
        List<Route> found = new ArrayList<>();
        for (Route route : routes) {
            List<Route> below = route.matching(labels);
            found.addAll(below);
            if (!below.isEmpty() && !route.config.goOn()) {
                break;
            }
        }
        return found.isEmpty() ? List.of(this) : found;
    }

    /** Of an alert's labels those that it is grouped by. */
    public Labels groupLabels(Labels labels) {
        return config.groupByAll() ? labels : labels.only(config.groupBy());
    }

    /** The key of a group: the same in every process that has this route. */
    public String groupKey(Labels groupLabels) {
        return path + ":" + groupLabels;
    }
}
