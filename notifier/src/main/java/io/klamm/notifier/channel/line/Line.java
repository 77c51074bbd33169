package io.klamm.notifier.channel.line;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.klamm.config.Secret;
import io.klamm.notifier.channel.http.Judge;
import io.klamm.notifier.channel.http.Outbound;
import io.klamm.notifier.channel.http.Reply;
import io.klamm.notifier.channel.http.Service;
import io.klamm.notifier.channel.text.Escape;
import io.klamm.notifier.channel.text.Wording;
import io.klamm.notifier.message.Delivery;
import io.klamm.notifier.message.Message;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** LINE's push messages. Each has a key by which LINE knows one that it took before. */
final class Line implements Service {

    private static final int LIMIT = 5000;
    private static final int TAKEN_BEFORE = 409;

    private final LineSettings settings;
    private final Wording wording;

    Line(LineSettings settings, Wording wording) {
        this.settings = settings;
        this.wording = wording;
    }

    @Override
    public Outbound request(Message message) throws IOException {
        String base = settings.url().now().toString().replaceAll("/+$", "");
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("to", settings.to());
        json.putArray("messages")
                .addObject()
                .put("type", "text")
                .put("text", wording.on(message).fitting(settings.text(), Escape.NONE, LIMIT));
        json.put("notificationDisabled", settings.quiet());
        String authorization = "Bearer " + settings.token().now().reveal();
        UUID key = UUID.nameUUIDFromBytes(message.id().getBytes(StandardCharsets.UTF_8));
        return Outbound.json(URI.create(base + "/v2/bot/message/push"), json.toString(), authorization)
                .with("X-Line-Retry-Key", key.toString());
    }

    @Override
    public Delivery judge(Reply.Answer answer, Instant now) {
        return answer.status() == TAKEN_BEFORE ? new Delivery.Accepted(Map.of()) : Judge.byStatus(answer, now);
    }

    @Override
    public List<Secret> secrets() throws IOException {
        return List.of(settings.token().now());
    }
}
