package io.klamm.notifier.channel.json;

import io.klamm.config.Secret;
import io.klamm.notifier.channel.http.Outbound;
import io.klamm.notifier.channel.http.Service;
import io.klamm.notifier.channel.text.Escape;
import io.klamm.notifier.channel.text.Wording;
import io.klamm.notifier.message.Message;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** An address that takes JSON of any shape. */
final class Json implements Service {

    private final JsonSettings settings;
    private final Wording wording;

    Json(JsonSettings settings, Wording wording) {
        this.settings = settings;
        this.wording = wording;
    }

    @Override
    public Outbound request(Message message) throws IOException {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.put("Content-Type", "application/json");
        settings.headers().forEach((name, value) -> headers.put(name, value.reveal()));
        String template = message.allResolved() ? settings.resolvedBody() : settings.body();
        String body = wording.on(message).of(template, Escape.JSON);
        return new Outbound(settings.method(), settings.url().now(), headers, Optional.of(body));
    }

    @Override
    public List<Secret> secrets() throws IOException {
        List<Secret> secrets = new ArrayList<>(settings.headers().values());
        secrets.addAll(settings.url().secrets());
        return secrets;
    }
}
