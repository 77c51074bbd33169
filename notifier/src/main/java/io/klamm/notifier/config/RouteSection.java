package io.klamm.notifier.config;

import io.klamm.config.Format;
import io.klamm.config.Section;
import io.klamm.model.alert.AlertMatcher;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The section {@code route}, and the routes in it. */
final class RouteSection {

    private static final String ALL = "...";
    private static final List<String> NOT_AT_ROOT =
            List.of("matchers", "match", "match_re", "continue", "mute_time_intervals", "active_time_intervals");

    private final Set<String> receivers;
    private final Set<String> intervals;

    RouteSection(Set<String> receivers, Set<String> intervals) {
        this.receivers = receivers;
        this.intervals = intervals;
    }

    RouteConfig root(Section section) {
        for (String key : NOT_AT_ROOT) {
            if (section.has(key)) {
                section.problem(
                        key,
                        "not at the root route (expected: it on a route below it, for the root takes every alert)");
            }
        }
        if (!section.has("receiver")) {
            section.problem("receiver", "missing (expected: the receiver of alerts that no other route takes)");
        }
        return bind(section, RouteConfig.usual("?"));
    }

    private RouteConfig bind(Section section, RouteConfig parent) {
        RouteConfig own = own(section, parent);
        List<RouteConfig> routes = section.sections("routes", item -> bind(item, own));
        return new RouteConfig(
                own.receiver(),
                own.matchers(),
                own.groupBy(),
                own.groupByAll(),
                own.goOn(),
                own.groupWait(),
                own.groupInterval(),
                own.repeatInterval(),
                own.muteTimes(),
                own.activeTimes(),
                routes);
    }

    private RouteConfig own(Section section, RouteConfig parent) {
        List<String> groupBy = section.strings("group_by", groupByOf(parent));
        checkGroupBy(section, groupBy);
        List<AlertMatcher> matchers = Matchers.bind(section, "");
        return new RouteConfig(
                receiver(section, parent.receiver()),
                matchers,
                groupBy.contains(ALL) ? List.of() : groupBy,
                groupBy.contains(ALL),
                section.bool("continue", false),
                section.duration("group_wait", parent.groupWait()),
                positive(section, "group_interval", parent.groupInterval()),
                positive(section, "repeat_interval", parent.repeatInterval()),
                times(section, "mute_time_intervals"),
                times(section, "active_time_intervals"),
                List.of());
    }

    private static List<String> groupByOf(RouteConfig route) {
        return route.groupByAll() ? List.of(ALL) : route.groupBy();
    }

    private static void checkGroupBy(Section section, List<String> groupBy) {
        if (groupBy.contains(ALL) && groupBy.size() > 1) {
            section.problem("group_by", "... with other labels (expected: it alone, or labels)");
        }
        Set<String> names = new HashSet<>();
        for (String name : groupBy) {
            if (!names.add(name)) {
                section.problem("group_by", name + " twice (expected: each label once)");
            }
        }
    }

    private String receiver(Section section, String inherited) {
        String name = section.string("receiver", inherited);
        if (section.has("receiver") && !receivers.contains(name)) {
            section.refuseName("receiver", "a receiver of this file", receivers);
        }
        return name;
    }

    private List<String> times(Section section, String key) {
        Format<String> form = Format.of(
                intervals.isEmpty()
                        ? "the name of a time interval; there is none"
                        : "one of the time intervals " + String.join(", ", intervals),
                text -> intervals.contains(text) ? Optional.of(text) : Optional.empty());
        return section.list(key, form, List.of());
    }

    private static Duration positive(Section section, String key, Duration fallback) {
        Duration found = section.duration(key, fallback);
        if (found.isZero()) {
            section.refuse(key, "a duration of more than 0");
            return fallback;
        }
        return found;
    }
}
