package io.klamm.notifier.channel.kakaowork;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.klamm.config.Secret;
import io.klamm.notifier.channel.http.Answers;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** KakaoWork, which says in the body of an answer whether it took a message, whatever the status. */
final class Kakaowork implements Service {

    private static final int LIMIT = 2000;
    private static final Set<String> LATER = Set.of("too_many_requests", "rate_limited", "internal_server_error");

    private final KakaoworkSettings settings;
    private final Wording wording;

    Kakaowork(KakaoworkSettings settings, Wording wording) {
        this.settings = settings;
        this.wording = wording;
    }

    @Override
    public Outbound request(Message message) throws IOException {
        String text = wording.on(message).fitting(settings.text(), Escape.NONE, LIMIT);
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("text", text);
        if (settings.webhook().isPresent()) {
            return Outbound.json(settings.webhook().get().now(), json.toString());
        }
        boolean toRoom = settings.email().isEmpty();
        json.put(toRoom ? "conversation_id" : "email", toRoom ? settings.conversation() : settings.email());
        String base = settings.api().now().toString().replaceAll("/+$", "");
        URI uri = URI.create(base + (toRoom ? "/v1/messages.send" : "/v1/messages.send_by_email"));
        return Outbound.json(
                uri, json.toString(), "Bearer " + settings.appKey().now().reveal());
    }

    @Override
    public Delivery judge(Reply.Answer answer, Instant now) {
        JsonNode json = Answers.json(answer);
        if (!Judge.successful(answer) || json.path("success").asBoolean(true)) {
            return Judge.byStatus(answer, now);
        }
        return LATER.contains(json.path("error").path("code").asText())
                ? Judge.retry(answer, now)
                : new Delivery.Refused(answer.text());
    }

    @Override
    public List<Secret> secrets() throws IOException {
        List<Secret> secrets = new ArrayList<>(List.of(settings.appKey().now()));
        if (settings.webhook().isPresent()) {
            secrets.addAll(settings.webhook().get().secrets());
        }
        return secrets;
    }
}
