package io.klamm.notifier.message;

import io.klamm.model.alert.Alert;
import io.klamm.model.series.Labels;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one receiver is told of one group of alerts. It is kept on disk until it is accepted, so it has all that a channel needs to write its text.
 *
 * @param id of this message, the same at every attempt and after a restart
 * @param incident the same for all messages about the same trouble of the group: the key by which receivers recognise repetitions and put updates together
 * @param groupKey of the group, the same over restarts
 * @param receiver its name
 * @param groupLabels those that the alerts are grouped by
 * @param alerts firing ones first; each is firing or resolved as seen from {@code at}
 * @param at when it was decided to tell
 * @param truncated how many more alerts the group has than are listed here
 * @param receipt what the channel gave back when it accepted the last message of this incident ({@link Delivery.Accepted#receipt}); empty for the first
 */
public record Message(
        String id,
        String incident,
        String groupKey,
        String receiver,
        Labels groupLabels,
        List<Alert> alerts,
        Instant at,
        int truncated,
        SortedMap<String, String> receipt) {

    public Message {
        alerts = List.copyOf(alerts);
        receipt = Collections.unmodifiableSortedMap(new TreeMap<>(receipt));
    }

    /** Those that are wrong. */
    public List<Alert> firing() {
        return alerts.stream().filter(alert -> !alert.resolvedAt(at)).toList();
    }

    /** Those that are over. */
    public List<Alert> resolved() {
        return alerts.stream().filter(alert -> alert.resolvedAt(at)).toList();
    }

    /** Whether it tells of this time that an alert fires, or fired. */
    public boolean tells(Alert alert) {
        return alerts.stream()
                .anyMatch(one ->
                        one.labels().equals(alert.labels()) && one.startsAt().equals(alert.startsAt()));
    }

    /** Whether everything in it is over. */
    public boolean allResolved() {
        return firing().isEmpty();
    }

    /** The same message, as of another time. */
    public Message at(Instant time) {
        return new Message(
                id, incident, groupKey, receiver, groupLabels, alerts, time, truncated, new TreeMap<>(receipt));
    }

    /** The same message, knowing what was answered to the one before. */
    public Message after(Map<String, String> newReceipt) {
        return new Message(
                id, incident, groupKey, receiver, groupLabels, alerts, at, truncated, new TreeMap<>(newReceipt));
    }
}
