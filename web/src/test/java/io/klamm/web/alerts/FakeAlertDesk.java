package io.klamm.web.alerts;

import io.klamm.model.alert.Alert;
import io.klamm.model.alert.AlertEvent;
import io.klamm.model.alert.AlertGroup;
import io.klamm.model.alert.DeadLetter;
import io.klamm.model.alert.KeptAlert;
import io.klamm.model.alert.ReceiverStatus;
import io.klamm.model.alert.Silence;
import io.klamm.model.series.Labels;
import io.klamm.storage.Matcher;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A notifier in memory: keeps what it is told, one receiver for all, grouped by name; silences keep alerts quiet. */
public final class FakeAlertDesk implements AlertDesk {

    public static final String CONFIG =
            "route:\n  receiver: team\nreceivers:\n- name: team\n  webhook_configs:\n  - url: http://127.0.0.1:9/\n";

    private final Clock clock;
    private final Map<Labels, Alert> alerts = new LinkedHashMap<>();
    private final Map<String, Silence> silences = new LinkedHashMap<>();
    private final List<DeadLetter> letters = new ArrayList<>();
    private final List<AlertEvent> events = new ArrayList<>();

    public FakeAlertDesk(Clock clock) {
        this.clock = clock;
        letters.add(new DeadLetter(
                "d-1",
                "team",
                "webhook",
                Labels.of("alertname", "Lag"),
                List.of("Lag"),
                clock.instant(),
                "404 not found"));
    }

    @Override
    public Instant startedAt() {
        return clock.instant().minusSeconds(60);
    }

    @Override
    public String configuration() {
        return CONFIG;
    }

    @Override
    public synchronized void accept(List<Alert> told) {
        for (Alert alert : told) {
            alerts.put(alert.labels(), alert);
            AlertEvent.Kind kind =
                    alert.resolvedAt(clock.instant()) ? AlertEvent.Kind.RESOLVED : AlertEvent.Kind.FIRING;
            events.add(new AlertEvent(clock.instant(), kind, alert.labels(), ""));
        }
    }

    @Override
    public synchronized List<KeptAlert> alerts() {
        return alerts.values().stream().map(this::kept).toList();
    }

    private KeptAlert kept(Alert alert) {
        List<String> silencedBy = silences.values().stream()
                .filter(one -> one.stateAt(clock.instant()) == Silence.State.ACTIVE)
                .filter(one -> one.matchers().stream().map(Matcher::of).allMatch(m -> m.matches(alert.labels())))
                .map(Silence::id)
                .toList();
        return new KeptAlert(alert, clock.instant(), List.of("team"), silencedBy, List.of(), List.of());
    }

    @Override
    public synchronized List<AlertGroup> groups() {
        Map<String, List<KeptAlert>> byName = new LinkedHashMap<>();
        alerts().forEach(one -> byName.computeIfAbsent(one.alert().name(), name -> new ArrayList<>())
                .add(one));
        List<AlertGroup> groups = new ArrayList<>();
        byName.forEach((name, members) -> groups.add(
                new AlertGroup("{}:{alertname=\"" + name + "\"}", Labels.of("alertname", name), "team", members)));
        return groups;
    }

    @Override
    public List<ReceiverStatus> receivers() {
        return List.of(new ReceiverStatus(
                "team",
                List.of(new ReceiverStatus.Channel(
                        "webhook",
                        true,
                        3,
                        1,
                        2,
                        1,
                        clock.instant(),
                        clock.instant(),
                        clock.instant(),
                        "500 from it"))));
    }

    @Override
    public synchronized List<Silence> silences() {
        return List.copyOf(silences.values());
    }

    @Override
    public synchronized String set(Silence silence) {
        String id = silence.id().isEmpty() ? UUID.randomUUID().toString() : silence.id();
        silences.put(
                id,
                new Silence(
                        id,
                        silence.matchers(),
                        silence.startsAt(),
                        silence.endsAt(),
                        clock.instant(),
                        silence.createdBy(),
                        silence.comment()));
        return id;
    }

    @Override
    public synchronized boolean expire(String id) {
        Silence old = silences.get(id);
        if (old == null || old.stateAt(clock.instant()) == Silence.State.EXPIRED) {
            return false;
        }
        silences.put(
                id,
                new Silence(
                        id,
                        old.matchers(),
                        old.startsAt(),
                        clock.instant(),
                        clock.instant(),
                        old.createdBy(),
                        old.comment()));
        return true;
    }

    @Override
    public synchronized List<DeadLetter> deadLetters() {
        return List.copyOf(letters);
    }

    @Override
    public synchronized boolean retry(String id) {
        return drop(id);
    }

    @Override
    public synchronized boolean drop(String id) {
        return letters.removeIf(one -> one.id().equals(id));
    }

    @Override
    public synchronized List<AlertEvent> history(Instant from, Instant to) {
        return events.stream()
                .filter(event -> !event.at().isBefore(from) && event.at().isBefore(to))
                .toList();
    }

    @Override
    public List<String> test(String receiver) {
        return List.of("webhook: accepted");
    }
}
