package io.klamm.notifier.channel.text;

import io.klamm.model.alert.Alert;
import io.klamm.notifier.message.Message;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** What can be said of a message as a whole. */
public final class Facts {

    private Facts() {}

    /** {@code firing} if anything is, else {@code resolved}. */
    public static String status(Message message) {
        return message.allResolved() ? "resolved" : "firing";
    }

    /** {@code firing} or {@code resolved}, as seen from the message's time. */
    public static String status(Alert alert, Message message) {
        return alert.resolvedAt(message.at()) ? "resolved" : "firing";
    }

    /** The labels that all its alerts have, with the same value. */
    public static SortedMap<String, String> commonLabels(Message message) {
        return common(message.alerts(), alert -> alert.labels().toMap());
    }

    /** The annotations that all its alerts have, with the same text. */
    public static SortedMap<String, String> commonAnnotations(Message message) {
        return common(message.alerts(), Alert::annotations);
    }

    private static SortedMap<String, String> common(List<Alert> alerts, Function<Alert, Map<String, String>> pairs) {
        SortedMap<String, String> common = new TreeMap<>();
        for (int i = 0; i < alerts.size(); i++) {
            Map<String, String> next = pairs.apply(alerts.get(i));
            if (i == 0) {
                common.putAll(next);
            } else {
                common.entrySet().removeIf(entry -> !entry.getValue().equals(next.get(entry.getKey())));
            }
        }
        return common;
    }
}
