package io.klamm.notifier;

import io.klamm.model.ComponentStatus;
import io.klamm.model.ComponentStatus.State;
import io.klamm.model.alert.ReceiverStatus;
import io.klamm.notifier.dispatch.Desk;
import io.klamm.notifier.outbox.Book;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the notifier says of itself. */
final class Health {

    private Health() {}

    static ComponentStatus of(
            @Nullable Desk desk, @Nullable Book book, @Nullable Instant lastTurn, long turns, Instant now) {
        TreeMap<String, Long> counts = new TreeMap<>();
        TreeMap<String, Long> requests = new TreeMap<>();
        TreeMap<String, Long> errors = new TreeMap<>();
        Optional<String> error = Optional.empty();
        State state = State.STARTING;
        if (desk != null && book != null) {
            List<ReceiverStatus> receivers = desk.views().receivers(now);
            receivers.forEach(receiver -> receiver.channels().forEach(channel -> {
                requests.merge(channel.kind(), channel.delivered(), Long::sum);
                errors.merge(channel.kind(), channel.failedAttempts(), Long::sum);
            }));
            counts.put("alerts", (long) book.episodes().size());
            counts.put("waiting", (long) book.pending().size());
            counts.put("deadLetters", (long) book.letters().size());
            counts.put("damagedRecords", (long) book.journal().damaged());
            counts.put("logBytes", book.journal().size());
            error = error(book, receivers);
            state = book.journal().trouble().isPresent()
                    ? State.ERROR
                    : error.isPresent() || !book.letters().isEmpty() ? State.WARNING : State.OK;
        }
        return new ComponentStatus(
                "notifier",
                "",
                state,
                lastTurn,
                lastTurn,
                Duration.ZERO,
                Duration.ZERO,
                turns,
                0,
                counts,
                requests,
                errors,
                error.orElse(null));
    }

    private static Optional<String> error(Book book, List<ReceiverStatus> receivers) {
        Optional<String> disk = book.journal()
                .trouble()
                .map(why -> "alerts are told, but what was told is not kept until the disk can be written: " + why);
        return disk.or(() -> receivers.stream()
                .flatMap(receiver -> receiver.channels().stream()
                        .filter(channel -> channel.lastError() != null)
                        .map(channel -> receiver.name() + "/" + channel.kind() + ": " + channel.lastError()))
                .findFirst());
    }
}
