package io.klamm.cmd.alerting;

import io.klamm.cmd.store.SeriesStore;
import io.klamm.model.ComponentStatus;
import io.klamm.rules.file.RuleFile;
import io.klamm.rules.group.RuleSettings;
import io.klamm.web.ClusterView;
import io.klamm.web.alerts.AlertDoors;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Alerting as the server has it: rules that ask the store, and a notifier that they tell. */
public final class Alerting implements AutoCloseable {

    private final NotifierRoom notifier;
    private final RuleRoom rules;

    /**
     * Starts nothing.
     *
     * @param directory where own rules and the notifier's memory are kept
     * @param clusters what was read of each, and when
     * @param address where this server answers, for links where the settings name no other
     */
    public Alerting(
            AlertingSettings settings,
            Path directory,
            SeriesStore store,
            Supplier<List<ClusterView>> clusters,
            String address,
            Clock clock) {
        String url = settings.externalUrl().isEmpty() ? "http://" + address : settings.externalUrl();
        this.notifier = new NotifierRoom(directory, settings.notifier(), url, clock);
        this.rules = new RuleRoom(
                RuleSettings.STANDARD.withInterval(settings.interval()).withExternalUrl(url),
                new OwnRulesFile(directory.resolve("rules.yml")),
                store,
                notifier::accept,
                new ReadingHealth(clusters),
                clock);
    }

    /** Begins to tell what the last run left untold. To be called before anybody looks; the rules begin with {@link #apply}. */
    public void start() {
        notifier.start();
        rules.start();
    }

    /** Goes on by these settings. The store must be open. */
    public void apply(AlertingSettings settings) {
        notifier.apply(settings.notifier());
        List<RuleFile> files = new ArrayList<>(settings.pack());
        files.addAll(settings.files());
        rules.apply(files);
    }

    /** What the page and the APIs show and change. */
    public AlertDoors doors() {
        return new AlertDoors(Optional.of(notifier), Optional.of(rules));
    }

    /** How rules and notifier fare. */
    public List<Supplier<ComponentStatus>> components() {
        return List.of(rules::status, notifier::status);
    }

    /** First the rules, so that what they tell last is kept. */
    @Override
    public void close() {
        rules.close();
        notifier.close();
    }
}
