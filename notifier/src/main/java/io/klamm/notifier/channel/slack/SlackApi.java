package io.klamm.notifier.channel.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.klamm.config.Secret;
import io.klamm.discovery.client.SecretSource;
import io.klamm.notifier.channel.http.Address;
import io.klamm.notifier.channel.http.Mask;
import io.klamm.notifier.channel.http.Outbound;
import io.klamm.notifier.channel.http.OutboundHttp;
import io.klamm.notifier.channel.http.Reply;
import io.klamm.notifier.message.Delivery;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;

/** Calls methods of Slack's Web API. */
final class SlackApi {

    private static final String JSON = "application/json; charset=utf-8";

    private final Address post;
    private final SecretSource token;
    private final OutboundHttp http;
    private final Clock clock;

    /** @param post the address of {@code chat.postMessage}; other methods are beside it */
    SlackApi(Address post, SecretSource token, OutboundHttp http, Clock clock) {
        this.post = post;
        this.token = token;
        this.http = http;
        this.clock = clock;
    }

    SlackAnswer post(ObjectNode message) throws InterruptedException {
        return call("chat.postMessage", message);
    }

    SlackAnswer update(ObjectNode message) throws InterruptedException {
        return call("chat.update", message);
    }

    private SlackAnswer call(String method, ObjectNode message) throws InterruptedException {
        try {
            Secret secret = token.now();
            URI uri = URI.create(post.now().toString().replaceAll("chat\\.postMessage$", method));
            Outbound request = Outbound.json(uri, message.toString(), "Bearer " + secret.reveal())
                    .with("Content-Type", JSON);
            SlackAnswer answer = answer(http.send(request));
            Delivery masked = Mask.of(List.of(secret)).hide(answer.delivery());
            return new SlackAnswer(masked, answer.error(), answer.channel(), answer.ts());
        } catch (IOException e) {
            return SlackAnswer.failed(new Delivery.Retry("secret: " + e.getMessage(), null));
        }
    }

    private SlackAnswer answer(Reply reply) {
        if (reply instanceof Reply.Answer answer) {
            return SlackAnswer.of(answer, clock.instant());
        }
        return SlackAnswer.failed(
                reply instanceof Reply.Failed failed
                        ? new Delivery.Retry(failed.reason(), null)
                        : new Delivery.Refused(((Reply.Forbidden) reply).reason()));
    }
}
