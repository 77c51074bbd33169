package io.klamm.notifier.outbox;

/**
 * A group of alerts at one channel: what is told in order.
 *
 * @param channel its name: {@code receiver/kind[0]}
 */
public record LaneId(String groupKey, String channel) {

    /** As one text. */
    public String text() {
        return channel + "|" + groupKey;
    }
}
