package io.klamm.notifier.channel.slack;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.klamm.notifier.channel.http.OutboundHttp;
import io.klamm.notifier.channel.text.Preview;
import io.klamm.notifier.channel.text.Previewing;
import io.klamm.notifier.message.Channel;
import io.klamm.notifier.message.Delivery;
import io.klamm.notifier.message.Message;
import java.util.Map;
import java.util.Set;

/**
 * An app of Slack's with one message for each incident: the first time it is posted, later it is edited to say how things are now, and a line in its thread tells
 * those who follow it. While it still fires that line is shown in the channel too, for nobody is told of an edit.
 */
final class SlackThreads implements Channel, Previewing {

    /** The message is not there any more, or not ours to edit: a new one has to be posted. */
    private static final Set<String> GONE = Set.of(
            "message_not_found", "cant_update_message", "edit_window_closed", "channel_not_found", "is_archived");

    private final boolean sendResolved;
    private final SlackApi api;
    private final SlackAttachment attachment;
    private final OutboundHttp http;

    SlackThreads(boolean sendResolved, SlackApi api, SlackAttachment attachment, OutboundHttp http) {
        this.sendResolved = sendResolved;
        this.api = api;
        this.attachment = attachment;
        this.http = http;
    }

    @Override
    public String kind() {
        return "slack";
    }

    @Override
    public boolean sendResolved() {
        return sendResolved;
    }

    @Override
    public Delivery deliver(Message message) throws InterruptedException {
        String channel = message.receipt().getOrDefault("channel", "");
        String ts = message.receipt().getOrDefault("ts", "");
        return channel.isEmpty() || ts.isEmpty() ? post(message) : edit(message, channel, ts);
    }

    private Delivery post(Message message) throws InterruptedException {
        SlackAnswer answer = api.post(attachment.message(message));
        return answer.taken() ? new Delivery.Accepted(answer.receipt()) : answer.delivery();
    }

    private Delivery edit(Message message, String channel, String ts) throws InterruptedException {
        SlackAnswer edited =
                api.update(attachment.message(message).put("channel", channel).put("ts", ts));
        if (GONE.contains(edited.error())) {
            return post(message);
        }
        if (!edited.taken()) {
            return edited.delivery();
        }
        SlackAnswer replied = api.post(reply(message, channel, ts));
        return replied.taken() ? new Delivery.Accepted(Map.of("channel", channel, "ts", ts)) : replied.delivery();
    }

    private ObjectNode reply(Message message, String channel, String ts) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("channel", channel)
                .put("thread_ts", ts)
                .put("text", attachment.reply(message))
                .put("reply_broadcast", !message.allResolved());
    }

    @Override
    public Preview preview(Message message) {
        return new Preview(
                kind(), "", "application/json", attachment.message(message).toString());
    }

    @Override
    public void close() {
        http.close();
    }
}
