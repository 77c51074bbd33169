package io.klamm.notifier;

import io.klamm.model.alert.Alert;
import io.klamm.model.series.Labels;
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

    static Message message(String receiver, Instant now) {
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

    static String words(Delivery delivery) {
        if (delivery instanceof Delivery.Retry retry) {
            return "failed: " + retry.reason();
        }
        return delivery instanceof Delivery.Refused refused ? "refused: " + refused.reason() : "accepted";
    }
}
