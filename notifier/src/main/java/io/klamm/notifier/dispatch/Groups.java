package io.klamm.notifier.dispatch;

import static io.klamm.notifier.dispatch.Moments.later;

import io.klamm.model.series.Labels;
import io.klamm.notifier.outbox.Book;
import io.klamm.notifier.outbox.Episode;
import io.klamm.notifier.outbox.Lane;
import io.klamm.notifier.outbox.LaneId;
import io.klamm.notifier.route.Route;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which alerts are told together, and when next. Guarded by its owner. */
final class Groups {

    private final Book book;
    private final Policy policy;
    private final Posts posts;
    private final Map<String, Group> groups = new LinkedHashMap<>();

    Groups(Book book, Policy policy, Posts posts) {
        this.book = book;
        this.policy = policy;
        this.posts = posts;
    }

    /** Makes all anew, by the routes as they are now. A group that was there before keeps its time. */
    void regroup(Instant now) {
        Map<String, Instant> times = new LinkedHashMap<>();
        groups.values().forEach(group -> times.put(group.key(), group.next()));
        groups.clear();
        book.episodes().forEach(episode -> join(episode, now));
        groups.values()
                .forEach(group -> Optional.ofNullable(times.get(group.key())).ifPresent(group::next));
    }

    /** Puts an episode where its alert belongs. */
    void join(Episode episode, Instant now) {
        for (Route route : policy.tree().matching(episode.alert().labels())) {
            Labels labels = route.groupLabels(episode.alert().labels());
            String key = route.groupKey(labels);
            groups.computeIfAbsent(key, unknown -> new Group(key, route, labels, firstTime(route, key, episode, now)))
                    .episodes()
                    .add(episode.id());
        }
    }

    /** A group whose alerts are old has waited long enough; one whose incident is open waits for its interval. */
    private Instant firstTime(Route route, String key, Episode episode, Instant now) {
        Instant told = Instant.EPOCH;
        for (Post post : posts.of(route.config().receiver())) {
            Lane lane = book.lane(new LaneId(key, post.name()));
            told = lane == null || !lane.open() ? told : later(told, lane.toldAt());
        }
        Instant begin =
                episode.alert().startsAt().isAfter(now) ? now : episode.alert().startsAt();
        Instant byWait = begin.plus(route.config().groupWait());
        Instant byInterval =
                told.equals(Instant.EPOCH) ? told : told.plus(route.config().groupInterval());
        return later(now, later(byWait, byInterval));
    }

    @Nullable
    Group get(String key) {
        return groups.get(key);
    }

    Collection<Group> all() {
        return Collections.unmodifiableCollection(groups.values());
    }

    boolean hold(Episode episode) {
        return groups.values().stream().anyMatch(group -> group.episodes().contains(episode.id()));
    }

    void remove(Group group) {
        groups.remove(group.key());
    }
}
