package io.klamm.notifier.config;

import io.klamm.config.Section;
import io.klamm.notifier.time.TimeInterval;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who is told of which alerts, and when: {@code alertmanager.yml} but for how each receiver is told.
 *
 * @param resolveTimeout after which an alert is over that does not say when it ends and is not told again
 * @param receivers their names, in the order of the file
 * @param templates paths of files, with {@code *}
 */
public record NotifierConfig(
        Duration resolveTimeout,
        RouteConfig route,
        List<String> receivers,
        List<InhibitConfig> inhibitions,
        Map<String, TimeInterval> times,
        List<String> templates) {

    public NotifierConfig {
        receivers = List.copyOf(receivers);
        inhibitions = List.copyOf(inhibitions);
        times = Map.copyOf(times);
        templates = List.copyOf(templates);
    }

    /** Everything goes to a receiver that is nobody. */
    public static NotifierConfig nobody() {
        String receiver = "nobody";
        return new NotifierConfig(
                Duration.ofMinutes(5), RouteConfig.usual(receiver), List.of(receiver), List.of(), Map.of(), List.of());
    }

    /** Reads the file's sections; problems are noted in them. What is in the receivers' sections beside their names is somebody else's to read. */
    public static NotifierConfig bind(Section root) {
        Set<String> receivers = receivers(root);
        Map<String, TimeInterval> times = TimeSection.bind(root);
        if (!root.has("route")) {
            root.problem("route", "missing (expected: a route with a receiver)");
        }
        RouteConfig route = root.has("route")
                ? new RouteSection(receivers, times.keySet()).root(root.section("route"))
                : RouteConfig.usual("?");
        return new NotifierConfig(
                root.section("global").duration("resolve_timeout", Duration.ofMinutes(5)),
                route,
                List.copyOf(receivers),
                InhibitSection.bind(root),
                times,
                root.strings("templates"));
    }

    private static Set<String> receivers(Section root) {
        Set<String> names = new LinkedHashSet<>();
        for (Section section : root.sections("receivers")) {
            if (!names.add(section.string("name"))) {
                section.refuse("name", "a name of its own");
            }
        }
        if (names.isEmpty()) {
            root.problem("receivers", "missing (expected: at least one receiver with a name)");
        }
        return names;
    }
}
