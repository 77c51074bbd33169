package io.klamm.notifier.dispatch;

import static io.klamm.notifier.dispatch.Moments.earlier;

import io.klamm.notifier.outbox.Book;
import io.klamm.notifier.outbox.Episode;
import io.klamm.notifier.outbox.Lane;
import io.klamm.notifier.outbox.LaneId;
import io.klamm.notifier.outbox.Pending;
import io.klamm.notifier.outbox.Stage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Goes from group to group when their time comes, and decides what each channel is to be told. For one thread at a time; saves nothing. */
final class Rounds {

    private final Book book;
    private final Lanes lanes;
    private final Policy policy;
    private final Posts posts;
    private final Groups groups;
    private final Suppressions suppressions;
    private Instant nextStrays = Instant.EPOCH;

    Rounds(Book book, Policy policy, Posts posts, Groups groups, Suppressions suppressions) {
        this.book = book;
        this.lanes = new Lanes(book);
        this.policy = policy;
        this.posts = posts;
        this.groups = groups;
        this.suppressions = suppressions;
    }

    /** Decides all that is due. Returns when the next group is, or the latest time if that is before. */
    Instant go(Instant latest, Instant now) {
        Quiet quiet = null;
        Instant next = latest;
        for (Group group : List.copyOf(groups.all())) {
            if (!group.next().isAfter(now)) {
                quiet = known(quiet, now);
                flush(group, quiet, now);
            }
            next = earlier(next, group.next());
        }
        if (!nextStrays.isAfter(now)) {
            nextStrays = now.plus(policy.config().route().groupInterval());
            strays(known(quiet, now), now);
        }
        return next;
    }

    /** It is the same for all of one round, and costs something: so it is made when it is needed first. */
    private Quiet known(@Nullable Quiet quiet, Instant now) {
        return quiet == null ? policy.quiet(book.episodes(), now) : quiet;
    }

    private void flush(Group group, Quiet quiet, Instant now) {
        List<Episode> episodes = lanes.episodes(group.episodes());
        episodes.forEach(episode -> suppressions.note(episode, group, quiet, now));
        List<Post> receivers = posts.of(group.receiver());
        for (Post post : receivers) {
            Lane lane = lane(post, group);
            if (book.pending(lane.id()) == null && !post.carries(lane.id())) {
                lanes.decider(post, group.route(), quiet)
                        .decide(lane, episodes, null, now)
                        .ifPresent(pending -> lanes.enqueue(post, lane, pending));
            }
        }
        leave(group, episodes, receivers, quiet);
        group.next(now.plus(group.route().config().groupInterval()));
    }

    /** What is over and of which all is told leaves the group; a group of nothing is none. */
    private void leave(Group group, List<Episode> episodes, List<Post> receivers, Quiet quiet) {
        for (Episode episode : episodes) {
            if (episode.over() && receivers.stream().noneMatch(post -> owes(post, group, episode, quiet))) {
                group.episodes().remove(episode.id());
                receivers.forEach(post -> lanes.finish(lane(post, group), episode));
            }
        }
        group.episodes().removeIf(id -> book.episode(id) == null);
        if (group.episodes().isEmpty()) {
            groups.remove(group);
        }
    }

    private Lane lane(Post post, Group group) {
        return lanes.lane(new LaneId(group.key(), post.name()), group.labels());
    }

    private boolean owes(Post post, Group group, Episode episode, Quiet quiet) {
        Lane lane = lane(post, group);
        Pending pending = book.pending(lane.id());
        if (pending != null && pending.stages().containsKey(episode.id())) {
            return true;
        }
        Stage told = lane.told().get(episode.id());
        if (told == Stage.FIRING) {
            return post.channel().sendResolved();
        }
        return told == null
                && !quiet.quiets(
                        group.route().config(), episode.alert(), episode.alert().endsAt());
    }

    /** Lanes whose group is no more tell what is over of what they told, and are kept as long as that is remembered: else it would be news after a restart. */
    private void strays(Quiet quiet, Instant now) {
        for (Lane lane : List.copyOf(book.lanes())) {
            if (groups.get(lane.id().groupKey()) != null || book.pending(lane.id()) != null) {
                continue;
            }
            Post post = posts.get(lane.id().channel());
            if (post == null || !lanes.needed(lane)) {
                book.remove(lane);
            } else if (!post.carries(lane.id())) {
                stray(lane, post, quiet, now);
            }
        }
    }

    private void stray(Lane lane, Post post, Quiet quiet, Instant now) {
        List<Episode> told = toldBy(lane);
        if (!post.channel().sendResolved()) {
            told.stream().filter(Episode::over).forEach(episode -> lanes.finish(lane(lane), episode));
        }
        Lane left = lane(lane);
        lanes.decider(post, policy.tree(), quiet)
                .decide(left, toldBy(left), null, now)
                .ifPresent(pending -> lanes.enqueue(post, left, pending));
    }

    private Lane lane(Lane before) {
        return lanes.lane(before.id(), before.groupLabels());
    }

    private List<Episode> toldBy(Lane lane) {
        return lanes.episodes(lane.told().entrySet().stream()
                .filter(entry -> entry.getValue() == Stage.FIRING)
                .map(Map.Entry::getKey)
                .toList());
    }
}
