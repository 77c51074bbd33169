package io.klamm.cmd.server;

import io.klamm.web.WebConfig;
import java.util.ArrayList;
import java.util.List;

/** The settings that hold for as long as a server runs. */
final class LastingSettings {

    private final List<String> changed = new ArrayList<>();

    private LastingSettings() {}

    /** What a reload cannot change, but would have to: one line each, for a person. */
    static List<String> changed(ServerSettings now, ServerSettings next) {
        LastingSettings settings = new LastingSettings();
        settings.note("storage", now.store(), next.store());
        settings.note(
                "alerting.interval", now.alerting().interval(), next.alerting().interval());
        settings.note(
                "alerting.external-url",
                now.alerting().externalUrl(),
                next.alerting().externalUrl());
        settings.web(now.web(), next.web());
        return settings.changed.stream()
                .map(name -> name + ": changed (expected: as it was, for this needs a restart)")
                .toList();
    }

    private void web(WebConfig now, WebConfig next) {
        note("listen", List.of(now.host(), now.port()), List.of(next.host(), next.port()));
        note("data-dir", now.dataDir(), next.dataDir());
        note("host-names", now.hostNames(), next.hostNames());
        note("cors-origins", now.origins(), next.origins());
        note("limits", now.limits(), next.limits());
        note("metrics.profiles", now.profiles(), next.profiles());
        note(
                "the listeners of Burrow's API",
                now.burrow().listeners(),
                next.burrow().listeners());
        note("the other settings of Burrow's API", options(now), options(next));
    }

    private static List<Object> options(WebConfig config) {
        return List.of(config.burrow().onMainPort(), config.burrow().options());
    }

    private void note(String name, Object now, Object next) {
        if (!now.equals(next)) {
            changed.add(name);
        }
    }
}
