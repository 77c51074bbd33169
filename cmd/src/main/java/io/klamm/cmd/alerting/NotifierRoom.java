package io.klamm.cmd.alerting;

import io.klamm.model.ComponentStatus;
import io.klamm.model.alert.Alert;
import io.klamm.model.alert.AlertEvent;
import io.klamm.model.alert.AlertGroup;
import io.klamm.model.alert.DeadLetter;
import io.klamm.model.alert.KeptAlert;
import io.klamm.model.alert.ReceiverStatus;
import io.klamm.model.alert.Silence;
import io.klamm.notifier.Notifier;
import io.klamm.notifier.Setup;
import io.klamm.notifier.channel.Channels;
import io.klamm.notifier.dispatch.Settings;
import io.klamm.web.alerts.AlertDesk;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** The notifier as the server has it: with the channels that belong to its configuration. */
final class NotifierRoom implements AlertDesk, AutoCloseable {

    private final Notifier notifier;
    private final String externalUrl;
    private final Clock clock;
    private NotifierSettings settings;
    private Channels channels;

    /** Tells nobody yet. */
    NotifierRoom(Path directory, NotifierSettings settings, String externalUrl, Clock clock) {
        this.settings = settings;
        this.externalUrl = externalUrl;
        this.clock = clock;
        this.channels = new Channels(settings.receivers(), externalUrl, clock);
        this.notifier = new Notifier(directory, setup(settings, channels), Settings.USUAL, clock);
    }

    private static Setup setup(NotifierSettings settings, Channels channels) {
        return new Setup(settings.routes(), channels.byReceiver(), settings.shown());
    }

    void start() {
        notifier.start();
    }

    /** Goes on by another configuration; what is on its way by the old one is tried again by the new one. */
    synchronized void apply(NotifierSettings next) {
        if (next.equals(settings)) {
            return;
        }
        Channels old = channels;
        settings = next;
        channels = new Channels(next.receivers(), externalUrl, clock);
        notifier.reload(setup(next, channels));
        old.close();
    }

    ComponentStatus status() {
        return notifier.status();
    }

    @Override
    public Instant startedAt() {
        return notifier.startedAt();
    }

    @Override
    public String configuration() {
        return notifier.configuration();
    }

    @Override
    public void accept(List<Alert> alerts) {
        notifier.accept(alerts);
    }

    @Override
    public List<KeptAlert> alerts() {
        return notifier.alerts();
    }

    @Override
    public List<AlertGroup> groups() {
        return notifier.groups();
    }

    @Override
    public List<ReceiverStatus> receivers() {
        return notifier.receivers();
    }

    @Override
    public List<Silence> silences() {
        return notifier.silences();
    }

    @Override
    public String set(Silence silence) {
        return notifier.set(silence);
    }

    @Override
    public boolean expire(String silenceId) {
        return notifier.expire(silenceId);
    }

    @Override
    public List<DeadLetter> deadLetters() {
        return notifier.deadLetters();
    }

    @Override
    public boolean retry(String deadLetterId) {
        return notifier.retry(deadLetterId);
    }

    @Override
    public boolean drop(String deadLetterId) {
        return notifier.drop(deadLetterId);
    }

    @Override
    public List<AlertEvent> history(Instant from, Instant to) {
        return notifier.history(from, to);
    }

    @Override
    public List<String> test(String receiver) {
        return notifier.test(receiver);
    }

    @Override
    public synchronized void close() {
        notifier.close();
        channels.close();
    }
}
