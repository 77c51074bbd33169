package io.klamm.notifier.channel.slack;

import io.klamm.config.Secret;
import io.klamm.notifier.channel.http.Address;
import io.klamm.notifier.channel.http.Outbound;
import io.klamm.notifier.channel.http.Reply;
import io.klamm.notifier.channel.http.Service;
import io.klamm.notifier.message.Delivery;
import io.klamm.notifier.message.Message;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** An incoming webhook of Slack's: it cannot edit what it wrote. */
final class SlackWebhook implements Service {

    private final Address url;
    private final SlackAttachment attachment;

    SlackWebhook(Address url, SlackAttachment attachment) {
        this.url = url;
        this.attachment = attachment;
    }

    @Override
    public Outbound request(Message message) throws IOException {
        return Outbound.json(url.now(), attachment.message(message).toString());
    }

    @Override
    public Delivery judge(Reply.Answer answer, Instant now) {
        return SlackAnswer.of(answer, now).delivery();
    }

    @Override
    public List<Secret> secrets() throws IOException {
        return url.secrets();
    }
}
