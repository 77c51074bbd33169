package io.klamm.notifier.channel.discord;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.klamm.config.Secret;
import io.klamm.notifier.channel.http.Answers;
import io.klamm.notifier.channel.http.Judge;
import io.klamm.notifier.channel.http.Outbound;
import io.klamm.notifier.channel.http.Reply;
import io.klamm.notifier.channel.http.Service;
import io.klamm.notifier.channel.text.Escape;
import io.klamm.notifier.channel.text.Text;
import io.klamm.notifier.channel.text.Wording;
import io.klamm.notifier.message.Delivery;
import io.klamm.notifier.message.Message;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** A webhook of Discord's: one box with a coloured side. */
final class Discord implements Service {

    private static final int CONTENT = 2000;
    private static final int TITLE = 256;
    private static final int DESCRIPTION = 4096;
    private static final int RED = 0x992D22;
    private static final int GREEN = 0x2ECC71;

    private final DiscordSettings settings;
    private final Wording wording;

    Discord(DiscordSettings settings, Wording wording) {
        this.settings = settings;
        this.wording = wording;
    }

    @Override
    public Outbound request(Message message) throws IOException {
        Text text = wording.on(message);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("content", text.line(settings.content(), Escape.NONE, CONTENT));
        json.putArray("embeds")
                .addObject()
                .put("title", text.line(settings.title(), Escape.NONE, TITLE))
                .put("description", text.fitting(settings.text(), Escape.NONE, DESCRIPTION))
                .put("color", message.allResolved() ? GREEN : RED);
        if (!settings.username().isEmpty()) {
            json.put("username", settings.username());
        }
        if (!settings.avatarUrl().isEmpty()) {
            json.put("avatar_url", settings.avatarUrl());
        }
        return Outbound.json(settings.url().now(), json.toString());
    }

    @Override
    public Delivery judge(Reply.Answer answer, Instant now) {
        return Answers.waiting(Judge.byStatus(answer, now), Answers.json(answer).path("retry_after"));
    }

    @Override
    public List<Secret> secrets() throws IOException {
        return settings.url().secrets();
    }
}
