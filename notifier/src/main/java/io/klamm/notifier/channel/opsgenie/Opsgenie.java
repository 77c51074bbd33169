package io.klamm.notifier.channel.opsgenie;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.klamm.config.Secret;
import io.klamm.notifier.channel.http.Outbound;
import io.klamm.notifier.channel.http.Service;
import io.klamm.notifier.channel.text.Escape;
import io.klamm.notifier.channel.text.Facts;
import io.klamm.notifier.channel.text.Text;
import io.klamm.notifier.channel.text.Wording;
import io.klamm.notifier.message.Message;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Opsgenie: an alert is created, and closed by the same alias. */
final class Opsgenie implements Service {

    private static final int MESSAGE = 130;
    private static final int DESCRIPTION = 15_000;
    private static final int SHORT = 100;
    private static final int NOTE = 25_000;

    private final OpsgenieSettings settings;
    private final Wording wording;

    Opsgenie(OpsgenieSettings settings, Wording wording) {
        this.settings = settings;
        this.wording = wording;
    }

    @Override
    public Outbound request(Message message) throws IOException {
        String base = settings.url().now().toString().replaceAll("/+$", "") + "/v2/alerts";
        String authorization = "GenieKey " + settings.key().now().reveal();
        Text text = wording.on(message);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (message.allResolved()) {
            put(json, "source", text, SHORT);
            put(json, "note", text, NOTE);
            String alias = URLEncoder.encode(message.incident(), StandardCharsets.UTF_8);
            URI close = URI.create(base + "/" + alias + "/close?identifierType=alias");
            return Outbound.json(close, json.toString(), authorization);
        }
        write(json, message, text);
        return Outbound.json(URI.create(base), json.toString(), authorization);
    }

    private void write(ObjectNode json, Message message, Text text) {
        json.put("alias", message.incident());
        put(json, "message", text, MESSAGE);
        json.put("description", text.fitting(template("description"), Escape.NONE, DESCRIPTION));
        ObjectNode details = json.putObject("details");
        Facts.commonLabels(message).forEach(details::put);
        settings.details().forEach((name, template) -> details.put(name, text.plain(template)));
        put(json, "source", text, SHORT);
        put(json, "note", text, NOTE);
        put(json, "entity", text, 512);
        put(json, "priority", text, SHORT);
        list(json, "tags", text);
        list(json, "actions", text);
        for (Map<String, String> responder : settings.responders()) {
            ObjectNode written = json.withArray("responders").addObject();
            responder.forEach((key, template) -> written.put(key, text.plain(template)));
        }
    }

    private String template(String name) {
        return settings.texts().getOrDefault(name, "");
    }

    private void put(ObjectNode json, String name, Text text, int limit) {
        String value = text.line(template(name), Escape.NONE, limit);
        if (!value.isEmpty()) {
            json.put(name, value);
        }
    }

    /** Texts with commas between. */
    private void list(ObjectNode json, String name, Text text) {
        Arrays.stream(text.plain(template(name)).split(",", -1))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .forEach(item -> json.withArray(name).add(item));
    }

    @Override
    public List<Secret> secrets() throws IOException {
        return List.of(settings.key().now());
    }
}
