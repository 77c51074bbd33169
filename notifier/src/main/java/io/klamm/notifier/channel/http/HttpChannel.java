package io.klamm.notifier.channel.http;

import io.klamm.notifier.channel.text.Preview;
import io.klamm.notifier.channel.text.Previewing;
import io.klamm.notifier.message.Channel;
import io.klamm.notifier.message.Delivery;
import io.klamm.notifier.message.Message;
import java.io.IOException;
import java.time.Clock;

/** A service that is told by one request a message. */
public final class HttpChannel implements Channel, Previewing {

    /** Java's own words for it have all of the address, and so the secret in it. */
    private static final String NO_ADDRESS =
            "address: not one with the token or key in it (expected: a token or key without blanks)";

    private final String kind;
    private final boolean sendResolved;
    private final Service service;
    private final OutboundHttp http;
    private final Clock clock;

    /** A channel that closes {@code http} with itself. */
    public HttpChannel(String kind, boolean sendResolved, Service service, OutboundHttp http, Clock clock) {
        this.kind = kind;
        this.sendResolved = sendResolved;
        this.service = service;
        this.http = http;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public boolean sendResolved() {
        return sendResolved;
    }

    @Override
    public Delivery deliver(Message message) throws InterruptedException {
        try {
            return Mask.of(service.secrets()).hide(delivery(http.send(service.request(message))));
        } catch (IOException e) {
            return new Delivery.Retry("secret: " + e.getMessage() + " (expected: a file that can be read)", null);
        } catch (IllegalArgumentException e) {
            return new Delivery.Refused(NO_ADDRESS);
        }
    }

    private Delivery delivery(Reply reply) {
        if (reply instanceof Reply.Answer answer) {
            return service.judge(answer, clock.instant());
        }
        return reply instanceof Reply.Failed failed
                ? new Delivery.Retry(failed.reason(), null)
                : new Delivery.Refused(((Reply.Forbidden) reply).reason());
    }

    @Override
    public Preview preview(Message message) {
        try {
            Outbound request = service.request(message);
            String text = Mask.of(service.secrets()).hide(request.content().orElse(""));
            return new Preview(kind, "", request.headers().getOrDefault("Content-Type", ""), text);
        } catch (IOException e) {
            return new Preview(kind, "", "text/plain", "secret: " + e.getMessage());
        } catch (IllegalArgumentException e) {
            return new Preview(kind, "", "text/plain", NO_ADDRESS);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
