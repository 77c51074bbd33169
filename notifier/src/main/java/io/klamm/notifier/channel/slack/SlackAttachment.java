package io.klamm.notifier.channel.slack;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.klamm.notifier.channel.text.Escape;
import io.klamm.notifier.channel.text.Text;
import io.klamm.notifier.channel.text.Wording;
import io.klamm.notifier.message.Message;
import java.util.List;
import java.util.Map;

/** Writes a message as one attachment, as Alertmanager does. */
final class SlackAttachment {

    private static final int TITLE = 1024;
    private static final int TEXT = 3000;
    private static final int FIELD = 2000;
    private static final int MOST_FIELDS = 50;

    private final SlackTexts texts;
    private final String channel;
    private final Wording wording;

    SlackAttachment(SlackTexts texts, String channel, Wording wording) {
        this.texts = texts;
        this.channel = channel;
        this.wording = wording;
    }

    /** All of it, with the channel. */
    ObjectNode message(Message message) {
        Text text = wording.on(message);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        put(json, "channel", text.plain(channel));
        put(json, "username", text.plain(texts.text("username")));
        put(json, "icon_emoji", text.plain(texts.text("icon_emoji")));
        put(json, "icon_url", text.plain(texts.text("icon_url")));
        put(json, "text", text.fitting(texts.text("message_text"), Escape.SLACK, TEXT));
        if (texts.linkNames()) {
            json.put("link_names", true);
        }
        json.putArray("attachments").add(attachment(text));
        return json;
    }

    /** What stands in the thread below a message that was edited. */
    String reply(Message message) {
        return wording.on(message).fitting(texts.text("reply"), Escape.SLACK, TEXT);
    }

    private ObjectNode attachment(Text text) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        put(json, "title", text.line(texts.text("title"), Escape.SLACK, TITLE));
        put(json, "title_link", text.plain(texts.text("title_link")));
        put(json, "pretext", text.line(texts.text("pretext"), Escape.SLACK, TEXT));
        put(json, "text", text.fitting(texts.text("text"), Escape.SLACK, TEXT));
        put(json, "fallback", text.line(texts.text("fallback"), Escape.SLACK, TITLE));
        put(json, "callback_id", text.plain(texts.text("callback_id")));
        put(json, "image_url", text.plain(texts.text("image_url")));
        put(json, "thumb_url", text.plain(texts.text("thumb_url")));
        put(json, "footer", text.line(texts.text("footer"), Escape.SLACK, TITLE));
        put(json, "color", text.plain(texts.text("color")));
        texts.markdownIn().forEach(name -> json.withArray("mrkdwn_in").add(name));
        texts.fields().stream()
                .limit(MOST_FIELDS)
                .forEach(field -> field(field, text, json.withArray("fields").addObject()));
        action(texts.actions(), text, json);
        return json;
    }

    private void field(Map<String, String> field, Text text, ObjectNode json) {
        json.put("title", text.line(field.getOrDefault("title", ""), Escape.SLACK, TITLE))
                .put("value", text.line(field.getOrDefault("value", ""), Escape.SLACK, FIELD))
                .put("short", field.containsKey("short") ? "true".equals(field.get("short")) : texts.shortFields());
    }

    private static void action(List<Map<String, String>> actions, Text text, ObjectNode json) {
        for (Map<String, String> action : actions) {
            ObjectNode written = json.withArray("actions").addObject();
            action.forEach((name, template) -> put(written, name, text.plain(template)));
        }
    }

    private static void put(ObjectNode json, String name, String value) {
        if (!value.isEmpty()) {
            json.put(name, value);
        }
    }
}
