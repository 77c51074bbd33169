package io.klamm.notifier;

import io.klamm.model.alert.Alert;
import io.klamm.model.series.Labels;
import io.klamm.notifier.message.Channel;
import io.klamm.notifier.message.Delivery;
import io.klamm.notifier.message.Message;
import io.klamm.notifier.outbox.Decider;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a receiver is sent to see whether it can be told. */
final class Examples {

    private Examples() {}

    /**
     * Sends one to each channel of a receiver, and waits for the answers.
     *
     * @return for each channel its kind and how it went, such as {@code slack: accepted}
     * @throws IllegalArgumentException if there is no such receiver
     */
    static List<String> send(String receiver, Setup setup, Instant now) {
        List<String> known = setup.config().receivers();
        if (!known.contains(receiver)) {
            throw new IllegalArgumentException(
                    "receiver: " + receiver + " (expected: one of " + String.join(", ", known) + ")");
        }
        return setup.channels().getOrDefault(receiver, List.of()).stream()
                .map(channel -> channel.kind() + ": " + tried(channel, message(receiver, now)))
                .toList();
    }

    private static String tried(Channel channel, Message message) {
        try {
            return words(Couriers.deliver(channel, message));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "failed: interrupted";
        }
    }

    private static Message message(String receiver, Instant now) {
        Labels labels = Labels.of("alertname", "KlammTest", "severity", "none");
        Alert alert = Alert.of(
                labels,
                Map.of(
                        "summary",
                        "A test from Klamm",
                        "description",
                        "Somebody tries whether this receiver can be told. Nothing is wrong."),
                now,
                now.plus(Duration.ofMinutes(5)),
                "");
        String incident = Decider.hash("test\n" + receiver + "\n" + now);
        return new Message(
                incident + "-0",
                incident,
                "test:" + receiver,
                receiver,
                labels,
                List.of(alert),
                now,
                0,
                new TreeMap<>());
    }

    private static String words(Delivery delivery) {
        if (delivery instanceof Delivery.Retry retry) {
            return "failed: " + retry.reason();
        }
        return delivery instanceof Delivery.Refused refused ? "refused: " + refused.reason() : "accepted";
    }
}
