package io.klamm.notifier.channel.webhook;

import io.klamm.config.Secret;
import io.klamm.notifier.channel.http.Address;
import io.klamm.notifier.channel.http.Outbound;
import io.klamm.notifier.channel.http.Service;
import io.klamm.notifier.message.Message;
import java.io.IOException;
import java.util.List;

/** Any address that takes Alertmanager's JSON. */
final class Webhook implements Service {

    private final Address url;
    private final WebhookBody body;

    Webhook(Address url, WebhookBody body) {
        this.url = url;
        this.body = body;
    }

    @Override
    public Outbound request(Message message) throws IOException {
        return Outbound.json(url.now(), body.text(message));
    }

    @Override
    public List<Secret> secrets() throws IOException {
        return url.secrets();
    }
}
