package io.klamm.notifier.dispatch;

import static io.klamm.notifier.dispatch.Moments.later;

import io.klamm.model.alert.Alert;
import io.klamm.model.alert.AlertEvent;
import io.klamm.model.alert.AlertEvent.Kind;
import io.klamm.notifier.outbox.Book;
import io.klamm.notifier.outbox.Episode;
import io.klamm.notifier.outbox.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Makes episodes of the alerts that are told to us: when they begin, end and are forgotten. For one thread at a time; saves nothing. */
final class Intake {

    /** How long an alert that is over is remembered: longer than Prometheus repeats that it is. */
    private static final Duration REMEMBERED = Duration.ofMinutes(30);

    private final Book book;
    private final Groups groups;
    private final Suppressions suppressions;

    Intake(Book book, Groups groups, Suppressions suppressions) {
        this.book = book;
        this.groups = groups;
        this.suppressions = suppressions;
    }

    /** Gives alerts that nobody could tell while we were away the time again that they had. */
    void restarted(Instant now) {
        for (Episode episode : List.copyOf(book.episodes())) {
            Duration span =
                    Duration.between(episode.updatedAt(), episode.alert().endsAt());
            if (!episode.over() && !span.isNegative()) {
                Instant end = later(now.plus(span), episode.alert().endsAt());
                book.put(new Episode(episode.id(), Alerts.until(episode.alert(), end), now, false));
            }
        }
    }

    void accept(Alert alert, Instant now) {
        Episode known = book.newest(alert.fingerprint()).orElse(null);
        boolean firing = known != null && !known.over() && !known.alert().resolvedAt(now);
        if (alert.resolvedAt(now)) {
            if (firing
                    && known != null
                    && !alert.endsAt().isBefore(known.alert().startsAt())) {
                end(known, Alerts.merged(known.alert(), alert), now);
            }
            return;
        }
        if (firing && known != null) {
            book.put(new Episode(known.id(), Alerts.merged(known.alert(), alert), now, false));
            return;
        }
        if (known != null && !known.over()) {
            end(known, known.alert(), now);
        }
        begin(alert, now);
    }

    private void begin(Alert alert, Instant now) {
        Episode begun = new Episode(book.number(), alert, now, false);
        book.put(begun);
        book.add(new AlertEvent(now, Kind.FIRING, alert.labels(), ""));
        groups.join(begun, now);
    }

    private void end(Episode episode, Alert as, Instant now) {
        book.put(new Episode(episode.id(), as, now, true));
        book.add(new AlertEvent(now, Kind.RESOLVED, as.labels(), ""));
    }

    /** Ends what was not told again in time, and forgets what is over for long. */
    void expire(Instant now) {
        for (Episode episode : List.copyOf(book.episodes())) {
            if (!episode.over() && episode.alert().resolvedAt(now)) {
                end(episode, episode.alert(), now);
            } else if (episode.over() && old(episode, now) && free(episode)) {
                book.remove(episode);
                suppressions.forget(episode);
            }
        }
    }

    private static boolean old(Episode episode, Instant now) {
        return !later(episode.updatedAt(), episode.alert().endsAt())
                .plus(REMEMBERED)
                .isAfter(now);
    }

    /** Whether no group and no lane has anything to say of it. */
    private boolean free(Episode episode) {
        return !groups.hold(episode)
                && book.lanes().stream().noneMatch(lane -> lane.told().get(episode.id()) == Stage.FIRING)
                && book.pending().stream().noneMatch(pending -> pending.stages().containsKey(episode.id()));
    }
}
