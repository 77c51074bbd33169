package io.klamm.notifier.dispatch;

import io.klamm.model.alert.AlertEvent;
import io.klamm.model.alert.AlertEvent.Kind;
import io.klamm.model.series.Labels;
import io.klamm.notifier.outbox.Book;
import io.klamm.notifier.outbox.Decider;
import io.klamm.notifier.outbox.Episode;
import io.klamm.notifier.outbox.Lane;
import io.klamm.notifier.outbox.LaneId;
import io.klamm.notifier.outbox.Pending;
import io.klamm.notifier.outbox.Stage;
import io.klamm.notifier.route.Route;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What channels were told of groups, and how that changes when a message is decided and when it is settled. */
record Lanes(Book book) {

    /** That of an id, as if nothing was told where there is none. */
    Lane lane(LaneId id, Labels labels) {
        return Optional.ofNullable(book.lane(id)).orElseGet(() -> Lane.fresh(id, labels, false));
    }

    /** Of these numbers those episodes that are not forgotten. */
    List<Episode> episodes(Collection<Long> ids) {
        List<Episode> found = new ArrayList<>();
        ids.forEach(id -> Optional.ofNullable(book.episode(id)).ifPresent(found::add));
        return found;
    }

    Decider decider(Post post, Route route, Quiet quiet) {
        return new Decider(
                post.receiver(),
                post.channel().sendResolved(),
                route.config().repeatInterval(),
                (alert, time) -> quiet.quiets(route.config(), alert, time),
                book::number);
    }

    /** A message is decided: from now on it is owed. */
    void enqueue(Post post, Lane lane, Pending pending) {
        book.put(lane);
        book.put(pending);
        post.enqueue(lane.id());
    }

    /** The channel is taken to know what the message tells. */
    void settle(Pending pending, Map<String, String> receipt, Instant now) {
        Lane lane = lane(pending.lane(), pending.message().groupLabels());
        put(lane.told(pending, receipt, now));
        book.remove(pending);
    }

    /** Nothing is to be told of an episode any more, also not after a restart. */
    void finish(Lane lane, Episode episode) {
        if (lane.told().get(episode.id()) != Stage.DONE) {
            put(lane.done(episode.id()));
        }
    }

    /** Without what is forgotten. */
    private void put(Lane lane) {
        TreeMap<Long, Stage> known = new TreeMap<>(lane.told());
        known.keySet().removeIf(id -> book.episode(id) == null);
        book.put(lane.with(known, lane.toldAt()));
    }

    /** Whether a lane is of use: it says of an episode that is not forgotten what was told of it. */
    boolean needed(Lane lane) {
        return book.pending(lane.id()) != null
                || lane.told().keySet().stream().anyMatch(id -> book.episode(id) != null);
    }

    /** Notes in the history what became of a message. */
    void note(Pending pending, Kind kind, String detail, Instant now) {
        episodes(pending.stages().keySet())
                .forEach(episode ->
                        book.add(new AlertEvent(now, kind, episode.alert().labels(), detail)));
    }
}
