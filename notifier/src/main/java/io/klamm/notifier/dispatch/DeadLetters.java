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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Messages that were given up: kept where people see them, warned of as long as there are any, and tried again when somebody says so. For one thread at a time. */
final class DeadLetters {

    private static final Duration WARN_EVERY = Duration.ofMinutes(5);
    private static final int MOST_LETTERS = 1_000;

    private final Book book;
    private final Lanes lanes;
    private final Posts posts;
    private final Intake intake;
    private final Set<String> later = new LinkedHashSet<>();
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

    /** Tries again what waited for a message of its group, and warns again if it is time. */
    void turn(Instant now) {
        List<String> asked = List.copyOf(later);
        later.clear();
        asked.forEach(letter -> retry(letter, now));
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

    /**
     * Tries a message that was given up again, with what happened since. If another of its group is on its way, when that is done; until then it stays a letter.
     *
     * @return false if there is none of this id, or no channel for it
     */
    boolean retry(String letterId, Instant now) {
        Letter letter = book.letter(letterId);
        Post post = letter == null ? null : posts.get(letter.pending().lane().channel());
        if (letter == null || post == null) {
            return false;
        }
        if (post.carries(letter.pending().lane())) {
            later.add(letterId);
        } else {
            requeue(letter, post, now);
            book.save();
        }
        return true;
    }

    /** One of an incident that is not that of its group any more keeps it, in a lane of its own: it closes what nothing else would. */
    private void requeue(Letter letter, Post post, Instant now) {
        Pending old = letter.pending();
        Pending waiting = book.pending(old.lane());
        book.remove(letter);
        if (!sameIncident(old, waiting)) {
            LaneId own = new LaneId("retry:" + letter.id(), post.name());
            enqueue(post, old.again(own, now));
            post.first(own);
        } else if (waiting == null) {
            enqueue(post, old.again(old.lane(), now));
        } else {
            enqueue(post, old.again(old.lane(), now).and(waiting, book::number));
        }
    }

    private boolean sameIncident(Pending old, @Nullable Pending waiting) {
        Lane lane = book.lane(old.lane());
        String incident = old.message().incident();
        return waiting != null
                ? waiting.message().incident().equals(incident)
                : lane == null || !lane.open() || lane.incident().equals(incident);
    }

    /** The lane is taken not to know what it will be told. */
    private void enqueue(Post post, Pending pending) {
        Lane lane = lanes.lane(pending.lane(), pending.message().groupLabels());
        TreeMap<Long, Stage> told = new TreeMap<>(lane.told());
        told.keySet().removeAll(pending.stages().keySet());
        lanes.enqueue(post, lane.with(told, lane.toldAt()), pending);
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
