package io.klamm.notifier.dispatch;

import io.klamm.model.alert.Silence;
import io.klamm.model.series.Labels;
import io.klamm.notifier.config.NotifierConfig;
import io.klamm.notifier.inhibit.Inhibitions;
import io.klamm.notifier.outbox.Episode;
import io.klamm.notifier.route.Route;
import io.klamm.notifier.silence.Silences;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Who is to be told, and what keeps quiet, by the configuration and the silences that hold now. Guarded by its owner. */
final class Policy {

    private NotifierConfig config = NotifierConfig.nobody();
    private Route tree = Route.tree(config.route());
    private Inhibitions inhibitions = new Inhibitions(List.of());
    private Silences silences;

    Policy(Collection<Silence> silences) {
        this.silences = new Silences(silences);
    }

    void configure(NotifierConfig newConfig) {
        config = newConfig;
        tree = Route.tree(config.route());
        inhibitions = new Inhibitions(config.inhibitions());
    }

    void silence(Collection<Silence> newSilences) {
        silences = new Silences(newSilences);
    }

    NotifierConfig config() {
        return config;
    }

    Route tree() {
        return tree;
    }

    /** What keeps quiet at a time, if these are all alerts. */
    Quiet quiet(Collection<Episode> episodes, Instant now) {
        List<Labels> firing = episodes.stream()
                .filter(episode -> !episode.alert().resolvedAt(now))
                .map(episode -> episode.alert().labels())
                .toList();
        return new Quiet(config, silences, inhibitions.among(firing));
    }
}
