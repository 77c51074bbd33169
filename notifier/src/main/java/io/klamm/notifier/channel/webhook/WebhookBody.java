package io.klamm.notifier.channel.webhook;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.klamm.model.alert.Alert;
import io.klamm.notifier.channel.text.Facts;
import io.klamm.notifier.channel.text.GoTime;
import io.klamm.notifier.message.Message;
import java.util.List;
import java.util.Map;

/** Writes a message as Alertmanager's webhooks do, in version 4 of their JSON. */
final class WebhookBody {

    private static final String VERSION = "4";

    private final String externalUrl;
    private final int maxAlerts;

    /** @param maxAlerts how many alerts are written; 0 for all */
    WebhookBody(String externalUrl, int maxAlerts) {
        this.externalUrl = externalUrl;
        this.maxAlerts = maxAlerts;
    }

    String text(Message message) {
        List<Alert> alerts = message.alerts();
        int told = maxAlerts == 0 ? alerts.size() : Math.min(maxAlerts, alerts.size());
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("receiver", message.receiver()).put("status", Facts.status(message));
        alerts.subList(0, told)
                .forEach(alert -> write(alert, message, json.withArray("alerts").addObject()));
        json.set("groupLabels", pairs(message.groupLabels().toMap()));
        json.set("commonLabels", pairs(Facts.commonLabels(message)));
        json.set("commonAnnotations", pairs(Facts.commonAnnotations(message)));
        json.put("externalURL", externalUrl)
                .put("version", VERSION)
                .put("groupKey", message.groupKey())
                .put("truncatedAlerts", message.truncated() + alerts.size() - told);
        return json.toString();
    }

    private static void write(Alert alert, Message message, ObjectNode json) {
        boolean over = alert.resolvedAt(message.at());
        json.put("status", Facts.status(alert, message));
        json.set("labels", pairs(alert.labels().toMap()));
        json.set("annotations", pairs(alert.annotations()));
        json.put("startsAt", GoTime.text(alert.startsAt()))
                .put("endsAt", over ? GoTime.text(alert.endsAt()) : GoTime.NONE)
                .put("generatorURL", alert.generatorUrl())
                .put("fingerprint", alert.fingerprint());
    }

    private static ObjectNode pairs(Map<String, String> pairs) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        pairs.forEach(json::put);
        return json;
    }
}
