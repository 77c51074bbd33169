package io.klamm.notifier.dispatch;

import io.klamm.model.alert.Alert;
import io.klamm.model.alert.AlertEvent.Kind;
import io.klamm.model.series.Labels;
import io.klamm.notifier.outbox.Book;
import io.klamm.notifier.outbox.Lane;
import io.klamm.notifier.outbox.LaneId;
import io.klamm.notifier.outbox.Letter;
import io.klamm.notifier.outbox.Pending;
import io.klamm.notifier.outbox.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Messages that were given up: kept where people see them, warned of as long as there are any, and tried again when somebody says so. For one thread at a time. */
final class DeadLetters {

    private static final Duration WARN_EVERY = Duration.ofMinutes(5);
    private static final int MOST_LETTERS = 1_000;

    private final Book book;
    private final Lanes lanes;
    private final Posts posts;
    private final Intake intake;
    private Instant nextWarning = Instant.EPOCH;

    DeadLetters(Book book, Posts posts, Intake intake) {
        this.book = book;
        this.lanes = new Lanes(book);
        this.posts = posts;
        this.intake = intake;
    }

    /** Gives a message up, where people see it, and warns of that, unless it is such a warning itself. */
    void bury(Pending pending, String reason, Instant now) {
        lanes.settle(pending, Map.of(), now);
        book.put(new Letter(pending, now, reason));
        while (book.letters().size() > MOST_LETTERS) {
            book.remove(book.letters().iterator().next());
        }
        lanes.note(pending, Kind.FAILED, pending.lane().channel() + ": " + reason, now);
        warn(now);
    }

    /** Warns again if it is time. */
    void turn(Instant now) {
        if (!nextWarning.isAfter(now)) {
            warn(now);
        }
    }

    private void warn(Instant now) {
        Map<String, Letter> newest = new LinkedHashMap<>();
        for (Letter letter : book.letters()) {
            boolean ofUs = letter.pending().message().alerts().stream()
                    .allMatch(alert -> alert.name().equals(Desk.REFUSED));
            if (!ofUs) {
                newest.put(letter.pending().lane().channel(), letter);
            }
        }
        newest.forEach((channel, letter) -> intake.accept(warning(channel, letter, now), now));
        nextWarning = now.plus(WARN_EVERY);
    }

    private static Alert warning(String channel, Letter letter, Instant now) {
        return Alert.of(
                Labels.of("alertname", Desk.REFUSED, "channel", channel, "severity", "warning"),
                Map.of("summary", channel + " will not take a message", "description", letter.reason()),
                letter.at(),
                now.plus(WARN_EVERY.multipliedBy(4)),
                "");
    }

    /** Tries a message that was given up again, with what happened since. False if there is none of this id. */
    boolean retry(String letterId, Instant now) {
        Letter letter = book.letter(letterId);
        Post post = letter == null ? null : posts.get(letter.pending().lane().channel());
        if (letter == null || post == null) {
            return false;
        }
        Pending old = letter.pending();
        LaneId id = book.pending(old.lane()) == null ? old.lane() : new LaneId("retry:" + letterId, post.name());
        Lane lane = lanes.lane(id, old.message().groupLabels());
        TreeMap<Long, Stage> told = new TreeMap<>(lane.told());
        told.keySet().removeAll(old.stages().keySet());
        book.remove(letter);
        lanes.enqueue(
                post,
                lane.with(told, lane.toldAt()),
                new Pending(id, old.message().at(now), old.stages(), now));
        book.save();
        return true;
    }

    /** Forgets a message that was given up. False if there is none of this id. */
    boolean drop(String letterId) {
        Letter letter = book.letter(letterId);
        if (letter == null) {
            return false;
        }
        book.remove(letter);
        book.save();
        return true;
    }
}
