package io.klamm.notifier.outbox;

import io.klamm.notifier.message.Message;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

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
}
