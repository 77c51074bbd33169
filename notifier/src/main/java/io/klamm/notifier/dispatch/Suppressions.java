package io.klamm.notifier.dispatch;

import io.klamm.model.alert.AlertEvent;
import io.klamm.model.alert.AlertEvent.Kind;
import io.klamm.notifier.outbox.Book;
import io.klamm.notifier.outbox.Episode;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/** Of which alerts nobody is told for now; notes when that changes. Guarded by its owner. */
final class Suppressions {

    private final Book book;
    private final Set<Long> suppressed = new HashSet<>();

    Suppressions(Book book) {
        this.book = book;
    }

    void note(Episode episode, Group group, Quiet quiet, Instant now) {
        boolean is = !episode.over() && quiet.quiets(group.route().config(), episode.alert(), now);
        if (is && suppressed.add(episode.id())) {
            book.add(new AlertEvent(now, Kind.SUPPRESSED, episode.alert().labels(), ""));
        } else if (!is && suppressed.remove(episode.id()) && !episode.over()) {
            book.add(new AlertEvent(now, Kind.UNSUPPRESSED, episode.alert().labels(), ""));
        }
    }

    void forget(Episode episode) {
        suppressed.remove(episode.id());
    }
}
