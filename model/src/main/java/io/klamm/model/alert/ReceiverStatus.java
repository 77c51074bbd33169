package io.klamm.model.alert;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the deliveries to a receiver fare.
 *
 * @param name as in the configuration
 */
public record ReceiverStatus(String name, List<Channel> channels) {

    public ReceiverStatus {
        channels = List.copyOf(channels);
    }

    /**
     * One of the ways in which a receiver is told.
     *
     * @param kind {@code slack}, {@code email} ...
     * @param sendResolved whether it is told when an alert is over
     * @param delivered messages that were accepted, since the start
     * @param failedAttempts attempts that failed, since the start
     * @param waiting messages that wait for their turn or for the next attempt
     * @param deadLetters messages that were given up and that nobody has looked at
     * @param lastAttempt null before the first since the start
     * @param lastDelivered when a message was last accepted, null before the first
     * @param nextAttempt when the oldest waiting message is tried again, null where none waits
     * @param lastError why the last attempt failed, null when it did not
     */
    public record Channel(
            String kind,
            boolean sendResolved,
            long delivered,
            long failedAttempts,
            int waiting,
            int deadLetters,
            @Nullable Instant lastAttempt,
            @Nullable Instant lastDelivered,
            @Nullable Instant nextAttempt,
            @Nullable String lastError) {}
}
