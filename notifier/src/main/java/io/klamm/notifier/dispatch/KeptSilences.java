package io.klamm.notifier.dispatch;

import io.klamm.model.alert.Silence;
import io.klamm.notifier.outbox.Book;
import io.klamm.notifier.silence.SilenceChange;
import io.klamm.notifier.silence.SilenceRules;
import java.time.Instant;
import java.util.List;

/** The silences: they hold, and are on the disk, as soon as they are set. For one thread at a time. */
public final class KeptSilences {

    private final Book book;
    private final Policy policy;

    KeptSilences(Book book, Policy policy) {
        this.book = book;
        this.policy = policy;
    }

    /** All that are not forgotten, expired ones among them. */
    public List<Silence> all() {
        return List.copyOf(book.silences().values());
    }

    /**
     * Makes a silence, or changes that of its id.
     *
     * @param freshId for a new one
     * @return the id of the silence as it is from now on
     * @throws IllegalArgumentException saying what is wrong with it, an id that is not known among that
     */
    public String set(Silence silence, String freshId, Instant now) {
        SilenceChange change = SilenceRules.set(silence, book.silences().get(silence.id()), freshId, now);
        change.changed().forEach(book::put);
        changed();
        return change.id();
    }

    /** Ends a silence. False if there is none of this id that could end. */
    public boolean expire(String id, Instant now) {
        Silence known = book.silences().get(id);
        if (known == null || known.stateAt(now) == Silence.State.EXPIRED) {
            return false;
        }
        book.put(SilenceRules.expired(known, now));
        changed();
        return true;
    }

    private void changed() {
        book.save();
        policy.silence(book.silences().values());
    }

    /** Removes those that nobody needs to remember. They are over, so nothing else changes. */
    void forget(Instant now) {
        all().stream().filter(silence -> SilenceRules.forgotten(silence, now)).forEach(book::remove);
    }
}
