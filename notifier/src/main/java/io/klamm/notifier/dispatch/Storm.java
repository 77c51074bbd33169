package io.klamm.notifier.dispatch;

import io.klamm.model.alert.Alert;
import io.klamm.model.series.Labels;
import io.klamm.notifier.message.Message;
import io.klamm.notifier.outbox.Book;
import io.klamm.notifier.outbox.Decider;
import io.klamm.notifier.outbox.Lane;
import io.klamm.notifier.outbox.LaneId;
import io.klamm.notifier.outbox.Pending;
import io.klamm.notifier.outbox.Stage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Makes one message of many, when more groups wait for a channel than it may be sent messages. What the groups' lanes would have told becomes the matter of a lane of
 * its own, which also tells when it is over.
 */
record Storm(Book book, Post post) {

    private static final int FEWEST = 100;
    private static final int MESSAGES = 12;

    /** Kinds that close an incident by its key: one that they know of must be closed by that key. */
    private static final Set<String> KEYED = Set.of("pagerduty", "opsgenie");

    /** The lane of the messages that were made one; nothing if there are not too many. */
    Optional<LaneId> merge(int allowed, Instant now) {
        if (post.waiting().size() <= Math.max(1, allowed / 2)) {
            return Optional.empty();
        }
        List<Pending> found = post.waiting().stream()
                .flatMap(id -> Optional.ofNullable(book.pending(id)).stream())
                .filter(this::mayMerge)
                .toList();
        int most = Math.max(FEWEST, (found.size() + MESSAGES - 1) / MESSAGES);
        return found.size() < 2
                ? Optional.empty()
                : Optional.of(merge(found.subList(0, Math.min(most, found.size())), now));
    }

    private boolean mayMerge(Pending pending) {
        Lane lane = book.lane(pending.lane());
        return lane == null
                || (!lane.digest()
                        && !(lane.open() && KEYED.contains(post.channel().kind())));
    }

    private LaneId merge(List<Pending> many, Instant now) {
        StringBuilder ids = new StringBuilder();
        many.forEach(pending -> ids.append(pending.message().id()).append('\n'));
        String incident = Decider.hash(ids.toString());
        LaneId id = new LaneId("digest:" + incident, post.name());
        Lane lane = Lane.fresh(id, common(many), true);
        many.forEach(pending -> handOver(pending, now));
        book.put(lane);
        book.put(pending(lane, incident, many, now));
        post.enqueue(id);
        return id;
    }

    private void handOver(Pending pending, Instant now) {
        Lane lane = Optional.ofNullable(book.lane(pending.lane()))
                .orElseGet(() -> Lane.fresh(pending.lane(), pending.message().groupLabels(), false));
        TreeMap<Long, Stage> told = new TreeMap<>(lane.told());
        pending.stages().keySet().forEach(episode -> told.put(episode, Stage.DONE));
        book.put(lane.with(told, now));
        book.remove(pending);
        post.forget(pending.lane());
    }

    private static Labels common(List<Pending> many) {
        Labels common = many.get(0).message().groupLabels();
        for (Pending pending : many) {
            Map<String, String> other = pending.message().groupLabels().toMap();
            Map<String, String> both = common.toMap();
            both.entrySet().retainAll(other.entrySet());
            common = Labels.of(both);
        }
        return common;
    }

    private Pending pending(Lane lane, String incident, List<Pending> many, Instant now) {
        TreeMap<Long, Stage> stages = new TreeMap<>();
        List<Alert> alerts = new ArrayList<>();
        for (Pending pending : many) {
            stages.putAll(pending.stages());
            alerts.addAll(pending.message().alerts());
        }
        alerts.sort(Comparator.comparing(alert -> alert.resolvedAt(now)));
        Message message = new Message(
                incident + "-" + book.number(),
                incident,
                lane.id().groupKey(),
                post.receiver(),
                lane.groupLabels(),
                alerts,
                now,
                many.stream().mapToInt(pending -> pending.message().truncated()).sum(),
                new TreeMap<>());
        Instant since =
                many.stream().map(Pending::since).min(Comparator.naturalOrder()).orElse(now);
        return new Pending(lane.id(), message, stages, since);
    }
}
