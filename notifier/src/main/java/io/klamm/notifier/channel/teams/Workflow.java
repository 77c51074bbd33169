package io.klamm.notifier.channel.teams;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.klamm.config.Secret;
import io.klamm.notifier.channel.http.Outbound;
import io.klamm.notifier.channel.http.Service;
import io.klamm.notifier.channel.text.Escape;
import io.klamm.notifier.channel.text.Text;
import io.klamm.notifier.channel.text.Wording;
import io.klamm.notifier.message.Message;
import java.io.IOException;
import java.util.List;

/** A workflow of Teams, which takes adaptive cards. */
final class Workflow implements Service {

    private static final int TITLE = 1000;

    private final WorkflowSettings settings;
    private final Wording wording;

    Workflow(WorkflowSettings settings, Wording wording) {
        this.settings = settings;
        this.wording = wording;
    }

    @Override
    public Outbound request(Message message) throws IOException {
        Text text = wording.on(message);
        String title = text.line(settings.title(), Escape.NONE, TITLE);
        String body = CardSize.fitting(
                limit -> card(title, text.fitting(settings.text(), Escape.NONE, limit), message.allResolved()));
        return Outbound.json(settings.url().now(), body);
    }

    private static String card(String title, String text, boolean over) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("type", "message");
        ObjectNode attachment = json.putArray("attachments").addObject();
        attachment.put("contentType", "application/vnd.microsoft.card.adaptive").putNull("contentUrl");
        ObjectNode card = attachment.putObject("content");
        card.put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json")
                .put("type", "AdaptiveCard")
                .put("version", "1.4");
        card.putObject("msteams").put("width", "full");
        card.putArray("body")
                .add(block(title)
                        .put("weight", "Bolder")
                        .put("size", "Medium")
                        .put("style", "heading")
                        .put("color", over ? "Good" : "Attention"))
                .add(block(text));
        return json.toString();
    }

    private static ObjectNode block(String text) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", "TextBlock")
                .put("text", text)
                .put("wrap", true);
    }

    @Override
    public List<Secret> secrets() throws IOException {
        return settings.url().secrets();
    }
}
