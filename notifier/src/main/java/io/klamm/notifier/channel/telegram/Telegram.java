package io.klamm.notifier.channel.telegram;

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
import java.util.List;

/** A bot of Telegram's that writes into a chat. Its token is part of the address. */
final class Telegram implements Service {

    private static final int LIMIT = 4096;

    private final TelegramSettings settings;
    private final Wording wording;

    Telegram(TelegramSettings settings, Wording wording) {
        this.settings = settings;
        this.wording = wording;
    }

    @Override
    public Outbound request(Message message) throws IOException {
        String base = settings.url().now().toString().replaceAll("/+$", "");
        URI uri = URI.create(base + "/bot" + settings.token().now().reveal() + "/sendMessage");
        Escape escape = settings.parseMode().equals("HTML") ? Escape.HTML : Escape.NONE;
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("chat_id", settings.chat());
        if (settings.thread() != 0) {
            json.put("message_thread_id", settings.thread());
        }
        json.put("text", wording.on(message).fitting(settings.text(), escape, LIMIT));
        if (!settings.parseMode().isEmpty()) {
            json.put("parse_mode", settings.parseMode());
        }
        json.put("disable_web_page_preview", true).put("disable_notification", settings.quiet());
        return Outbound.json(uri, json.toString());
    }

    @Override
    public Delivery judge(Reply.Answer answer, Instant now) {
        return Answers.waiting(
                Judge.byStatus(answer, now),
                Answers.json(answer).path("parameters").path("retry_after"));
    }

    @Override
    public List<Secret> secrets() throws IOException {
        return List.of(settings.token().now());
    }
}
