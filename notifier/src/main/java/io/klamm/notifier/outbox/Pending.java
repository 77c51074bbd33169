package io.klamm.notifier.outbox;

import io.klamm.model.alert.Alert;
import io.klamm.notifier.message.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/**
 * A message that is decided and not accepted yet.
 *
 * @param stages what the channel will know of each episode when it is accepted
 * @param since when its oldest news was first decided
 */
public record Pending(LaneId lane, Message message, SortedMap<Long, Stage> stages, Instant since) {

    public Pending {
        stages = Collections.unmodifiableSortedMap(new TreeMap<>(stages));
    }

    /** The same message, decided anew in a lane. */
    public Pending again(LaneId inLane, Instant now) {
        return new Pending(inLane, message.at(now), stages, now);
    }

    /**
     * One message that tells this and what a newer one of the same incident tells. It is the newer one itself if that tells all.
     *
     * @param numbers gives one that was never given before, for its id
     */
    public Pending and(Pending newer, LongSupplier numbers) {
        TreeMap<Long, Stage> both = new TreeMap<>(stages);
        both.putAll(newer.stages);
        List<Alert> alerts = new ArrayList<>(newer.message.alerts());
        message.alerts().stream().filter(alert -> !newer.message.tells(alert)).forEach(alerts::add);
        if (both.equals(newer.stages) && alerts.size() == newer.message.alerts().size()) {
            return new Pending(lane, newer.message, both, since);
        }
        Instant at = message.at();
        alerts.sort(Comparator.comparing(alert -> alert.resolvedAt(at)));
        Message one = new Message(
                newer.message.incident() + "-" + numbers.getAsLong(),
                newer.message.incident(),
                newer.message.groupKey(),
                newer.message.receiver(),
                newer.message.groupLabels(),
                alerts,
                at,
                message.truncated() + newer.message.truncated(),
                newer.message.receipt());
        return new Pending(lane, one, both, since);
    }
}
