package io.klamm.notifier.channel.pagerduty;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.klamm.config.Secret;
import io.klamm.notifier.channel.http.Outbound;
import io.klamm.notifier.channel.http.Service;
import io.klamm.notifier.channel.text.Cut;
import io.klamm.notifier.channel.text.Escape;
import io.klamm.notifier.channel.text.Text;
import io.klamm.notifier.channel.text.Wording;
import io.klamm.notifier.message.Message;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** PagerDuty: an incident is triggered, and resolved by the same key. */
final class Pagerduty implements Service {

    private static final int SUMMARY = 1024;
    private static final int MOST_BYTES = 512 * 1024;
    private static final int DETAIL = 100_000;

    private final PagerdutySettings settings;
    private final Wording wording;

    Pagerduty(PagerdutySettings settings, Wording wording) {
        this.settings = settings;
        this.wording = wording;
    }

    @Override
    public Outbound request(Message message) throws IOException {
        return Outbound.json(settings.url().now(), fitting(message));
    }

    /** Details are what is large; they go where all together is more than PagerDuty takes. */
    private String fitting(Message message) throws IOException {
        String whole = body(message, DETAIL).toString();
        for (int limit = DETAIL / 2; Cut.size(whole) > MOST_BYTES && limit > 0; limit /= 2) {
            whole = body(message, limit).toString();
        }
        return whole;
    }

    private ObjectNode body(Message message, int detail) throws IOException {
        Text text = wording.on(message);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("routing_key", settings.routingKey().now().reveal())
                .put("event_action", message.allResolved() ? "resolve" : "trigger")
                .put("dedup_key", message.incident());
        put(json, "client", text);
        put(json, "client_url", text);
        ObjectNode payload = json.putObject("payload");
        payload.put("summary", text.line(settings.texts().getOrDefault("description", ""), Escape.NONE, SUMMARY));
        for (String name : List.of("source", "severity", "class", "component", "group")) {
            put(payload, name, text);
        }
        ObjectNode details = payload.putObject("custom_details");
        settings.details().forEach((name, template) -> details.put(name, text.fitting(template, Escape.NONE, detail)));
        list(json, "images", settings.images(), text);
        list(json, "links", settings.links(), text);
        return json;
    }

    private void put(ObjectNode json, String name, Text text) {
        String value = text.plain(settings.texts().getOrDefault(name, ""));
        if (!value.isEmpty()) {
            json.put(name, value);
        }
    }

    private static void list(ObjectNode json, String name, List<Map<String, String>> items, Text text) {
        for (Map<String, String> item : items) {
            ObjectNode written = json.withArray(name).addObject();
            item.forEach((key, template) -> written.put(key, text.plain(template)));
        }
    }

    @Override
    public List<Secret> secrets() throws IOException {
        return List.of(settings.routingKey().now());
    }
}
