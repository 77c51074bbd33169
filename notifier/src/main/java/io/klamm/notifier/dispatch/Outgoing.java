package io.klamm.notifier.dispatch;

import io.klamm.model.alert.AlertEvent.Kind;
import io.klamm.notifier.message.Delivery;
import io.klamm.notifier.outbox.Book;
import io.klamm.notifier.outbox.Decider;
import io.klamm.notifier.outbox.Lane;
import io.klamm.notifier.outbox.LaneId;
import io.klamm.notifier.outbox.Pending;
import io.klamm.notifier.route.Route;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Hands messages out, one at a time for each channel, and notes what came of them. For one thread at a time. */
final class Outgoing {

    private final Book book;
    private final Lanes lanes;
    private final Settings settings;
    private final Policy policy;
    private final Posts posts;
    private final Groups groups;
    private final DeadLetters letters;

    Outgoing(Book book, Settings settings, Policy policy, Posts posts, Groups groups, DeadLetters letters) {
        this.book = book;
        this.lanes = new Lanes(book);
        this.settings = settings;
        this.policy = policy;
        this.posts = posts;
        this.groups = groups;
        this.letters = letters;
    }

    /** The next message of a channel, if one may go now. It is on the disk, with all that happened to its alerts until now. */
    Optional<Parcel> take(String channel, Instant now) {
        Post post = posts.get(channel);
        if (post == null || post.busy() || post.waiting().isEmpty() || post.allowed(now) < 1) {
            return Optional.empty();
        }
        Quiet quiet = policy.quiet(book.episodes(), now);
        LaneId first = new Storm(book, post)
                .merge(post.allowed(now), now)
                .orElse(post.waiting().get(0));
        Pending pending = book.pending(first);
        if (pending == null) {
            post.forget(first);
            return take(channel, now);
        }
        Pending fresh = refreshed(pending, post, quiet, now);
        post.begin(first, now);
        book.save();
        return Optional.of(new Parcel(channel, post.channel(), fresh.message()));
    }

    /** What is to be told by now, if that is more than what was decided. A message that tells something else has an id of its own. */
    private Pending refreshed(Pending pending, Post post, Quiet quiet, Instant now) {
        Lane lane = lanes.lane(pending.lane(), pending.message().groupLabels());
        Group group = groups.get(pending.lane().groupKey());
        Set<Long> ids = new HashSet<>(pending.stages().keySet());
        if (group != null) {
            ids.addAll(group.episodes());
        }
        Route route = group == null ? policy.tree() : group.route();
        Optional<Pending> newer = lanes.decider(post, route, quiet).decide(lane, lanes.episodes(ids), pending, now);
        if (newer.isEmpty() || !Decider.differs(newer.get(), pending) || !covers(newer.get(), pending)) {
            return pending;
        }
        book.put(lane);
        book.put(newer.get());
        return newer.get();
    }

    private static boolean covers(Pending newer, Pending older) {
        return newer.stages().keySet().containsAll(older.stages().keySet());
    }

    /** Says what came of a message that was taken. */
    void done(Parcel parcel, Delivery delivery, Instant now) {
        Post post = posts.get(parcel.channel());
        Pending pending = book.pending().stream()
                .filter(one -> one.message().id().equals(parcel.message().id())
                        && one.lane().channel().equals(parcel.channel()))
                .findFirst()
                .orElse(null);
        if (post == null || pending == null) {
            return;
        }
        if (delivery instanceof Delivery.Accepted accepted) {
            accepted(post, pending, accepted.receipt(), now);
        } else if (delivery instanceof Delivery.Retry retry) {
            retried(post, pending, retry, now);
        } else if (delivery instanceof Delivery.Refused refused) {
            post.refused(refused.reason());
            letters.bury(pending, refused.reason(), now);
        }
        book.save();
    }

    private void accepted(Post post, Pending pending, Map<String, String> receipt, Instant now) {
        lanes.settle(pending, receipt, now);
        post.accepted(now);
        lanes.note(pending, Kind.NOTIFIED, post.name(), now);
    }

    private void retried(Post post, Pending pending, Delivery.Retry retry, Instant now) {
        if (!pending.since().plus(settings.giveUp()).isAfter(now)) {
            post.refused(retry.reason());
            letters.bury(pending, "given up: " + retry.reason(), now);
            return;
        }
        post.failed(pending.lane(), retry, now);
        if (retry.after() != null) {
            book.rest(post.name(), post.notBefore());
        }
    }
}
