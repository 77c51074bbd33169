package io.klamm.notifier.channel.alertmanager;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.klamm.config.Secret;
import io.klamm.model.alert.Alert;
import io.klamm.notifier.channel.http.Address;
import io.klamm.notifier.channel.http.Outbound;
import io.klamm.notifier.channel.http.Service;
import io.klamm.notifier.channel.text.GoTime;
import io.klamm.notifier.message.Message;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** An Alertmanager that is handed alerts as Prometheus hands them, by version 2 of its API. */
final class Alertmanager implements Service {

    private static final String PATH = "/api/v2/alerts";

    private final Address url;
    private final Duration firingFor;

    Alertmanager(Address url, Duration firingFor) {
        this.url = url;
        this.firingFor = firingFor;
    }

    @Override
    public Outbound request(Message message) throws IOException {
        ArrayNode alerts = JsonNodeFactory.instance.arrayNode();
        message.alerts().forEach(alert -> write(alert, message, alerts.addObject()));
        String base = url.now().toString().replaceAll("/+$", "");
        return Outbound.json(URI.create(base.endsWith(PATH) ? base : base + PATH), alerts.toString());
    }

    private void write(Alert alert, Message message, ObjectNode json) {
        alert.labels().toMap().forEach(json.putObject("labels")::put);
        alert.annotations().forEach(json.putObject("annotations")::put);
        json.put("startsAt", GoTime.text(alert.startsAt())).put("endsAt", GoTime.text(endsAt(alert, message)));
        if (!alert.generatorUrl().isEmpty()) {
            json.put("generatorURL", alert.generatorUrl());
        }
    }

    /** We tell again after hours, not every minute as Prometheus does: until then the alert has to stay. */
    private Instant endsAt(Alert alert, Message message) {
        Instant least = message.at().plus(firingFor);
        return alert.resolvedAt(message.at()) || alert.endsAt().isAfter(least) ? alert.endsAt() : least;
    }

    @Override
    public List<Secret> secrets() throws IOException {
        return url.secrets();
    }
}
