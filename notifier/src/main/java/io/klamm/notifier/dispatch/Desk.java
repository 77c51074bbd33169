package io.klamm.notifier.dispatch;

import io.klamm.model.alert.Alert;
import io.klamm.notifier.config.NotifierConfig;
import io.klamm.notifier.message.Channel;
import io.klamm.notifier.message.Delivery;
import io.klamm.notifier.outbox.Book;
import io.klamm.notifier.outbox.Pending;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Decides what is told, and keeps what became of it. It owns no thread and asks no clock: who does calls {@link #turn} when it is time, takes messages by {@link #take},
 * delivers them, and says by {@link #done} what came of it. For one thread at a time.
 */
public final class Desk {

    /** The alert about a message that was refused. */
    public static final String REFUSED = "KlammNotificationRefused";

    private static final Duration HEAL_EVERY = Duration.ofSeconds(5);

    private final Book book;
    private final Policy policy;
    private final KeptSilences silences;
    private final Posts posts;
    private final Groups groups;
    private final Intake intake;
    private final Rounds rounds;
    private final DeadLetters letters;
    private final Outgoing outgoing;
    private Instant nextHeal = Instant.EPOCH;

    public Desk(Book book, Settings settings, RandomGenerator random) {
        this.book = book;
        this.policy = new Policy(book.silences().values());
        this.silences = new KeptSilences(book, policy);
        this.posts = new Posts(book, settings, random);
        this.groups = new Groups(book, policy, posts);
        Suppressions suppressions = new Suppressions(book);
        this.intake = new Intake(book, groups, suppressions);
        this.rounds = new Rounds(book, policy, posts, groups, suppressions);
        this.letters = new DeadLetters(book, posts, intake);
        this.outgoing = new Outgoing(book, settings, policy, posts, groups, letters);
    }

    /** An alert that nobody could tell while we were away is not over because of that: it gets the time again that it had. */
    public void restarted(Instant now) {
        intake.restarted(now);
        book.save();
    }

    /** Goes on by another configuration. What was told is still known; what waits for a channel that is no more becomes a dead letter. */
    public void configure(NotifierConfig config, Map<String, List<Channel>> channels, Instant now) {
        policy.configure(config);
        posts.configure(channels, now);
        for (Pending pending : List.copyOf(book.pending())) {
            Post post = posts.get(pending.lane().channel());
            if (post == null) {
                letters.bury(pending, "its channel is no longer configured", now);
            } else {
                post.enqueue(pending.lane());
            }
        }
        groups.regroup(now);
        book.save();
    }

    /** Takes alerts. They are on the disk when it returns, if the disk can. */
    public void accept(List<Alert> alerts, Instant now) {
        alerts.forEach(alert -> intake.accept(alert, now));
        book.save();
    }

    /** Does all that is due. Returns when to come again at the latest. */
    public Instant turn(Instant now) {
        heal(now);
        intake.expire(now);
        silences.forget(now);
        letters.turn(now);
        Instant next = rounds.go(now.plus(HEAL_EVERY), now);
        book.save();
        return posts.nextTurn(next, now);
    }

    private void heal(Instant now) {
        if (book.journal().trouble().isPresent() && !nextHeal.isAfter(now)) {
            book.save();
            book.journal().heal();
            nextHeal = now.plus(HEAL_EVERY);
        }
    }

    /** The silences. */
    public KeptSilences silences() {
        return silences;
    }

    /** What keeps quiet at this time. */
    public Quiet quiet(Instant now) {
        return policy.quiet(book.episodes(), now);
    }

    /** The next message of a channel, if one may go now. It is on the disk, with all that happened to its alerts until now. */
    public Optional<Parcel> take(String channel, Instant now) {
        return outgoing.take(channel, now);
    }

    /** Says what came of a message that was taken. */
    public void done(Parcel parcel, Delivery delivery, Instant now) {
        outgoing.done(parcel, delivery, now);
    }

    /** Tries a message that was given up again, with what happened since. False if there is none of this id. */
    public boolean retry(String letterId, Instant now) {
        return letters.retry(letterId, now);
    }

    /** Forgets a message that was given up. False if there is none of this id. */
    public boolean drop(String letterId) {
        return letters.drop(letterId);
    }

    /** Names of all channels, those that are busy among them. */
    public List<String> channels() {
        return posts.names();
    }

    /** What people may see of it. */
    public Views views() {
        return new Views(book, policy.config(), policy.tree(), groups.all(), posts.all());
    }
}
