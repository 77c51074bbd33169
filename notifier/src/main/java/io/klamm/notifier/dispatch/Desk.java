package io.klamm.notifier.dispatch;

import io.klamm.model.alert.Alert;
import io.klamm.model.alert.AlertEvent;
import io.klamm.model.alert.AlertEvent.Kind;
import io.klamm.model.series.Labels;
import io.klamm.notifier.config.NotifierConfig;
import io.klamm.notifier.inhibit.Inhibitions;
import io.klamm.notifier.message.Channel;
import io.klamm.notifier.message.Delivery;
import io.klamm.notifier.outbox.Book;
import io.klamm.notifier.outbox.Decider;
import io.klamm.notifier.outbox.Episode;
import io.klamm.notifier.outbox.Lane;
import io.klamm.notifier.outbox.LaneId;
import io.klamm.notifier.outbox.Letter;
import io.klamm.notifier.outbox.Pending;
import io.klamm.notifier.outbox.Stage;
import io.klamm.notifier.route.Route;
import io.klamm.notifier.silence.SilenceRules;
import io.klamm.notifier.silence.Silences;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * Decides what is told, and keeps what became of it. It owns no thread and asks no clock: who does calls {@link #turn} when it is time, takes messages by {@link #take},
 * delivers them, and says by {@link #done} what came of it. For one thread at a time.
 */
public final class Desk {

    /** How long an alert that is over is remembered: longer than Prometheus repeats that it is. */
    private static final Duration REMEMBERED = Duration.ofMinutes(30);

    private static final Duration HEAL_EVERY = Duration.ofSeconds(5);
    private static final Duration WARN_EVERY = Duration.ofMinutes(5);
    private static final int MOST_LETTERS = 1_000;

    /** The alert about a message that was refused. */
    public static final String REFUSED = "KlammNotificationRefused";

    private final Book book;
    private final Settings settings;
    private final RandomGenerator random;
    private final Map<String, Group> groups = new LinkedHashMap<>();
    private final Map<String, Post> posts = new LinkedHashMap<>();
    private final Set<Long> suppressed = new HashSet<>();
    private NotifierConfig config = NotifierConfig.nobody();
    private Route tree = Route.tree(config.route());
    private Inhibitions inhibitions = new Inhibitions(List.of());
    private Silences silences;
    private Instant nextHeal = Instant.EPOCH;
    private Instant nextStrays = Instant.EPOCH;
    private Instant nextWarning = Instant.EPOCH;

    public Desk(Book book, Settings settings, RandomGenerator random) {
        this.book = book;
        this.settings = settings;
        this.random = random;
        this.silences = new Silences(book.silences().values());
    }

    /** An alert that nobody could tell while we were away is not over because of that: it gets the time again that it had. */
    public void restarted(Instant now) {
        for (Episode episode : List.copyOf(book.episodes())) {
            Duration span =
                    Duration.between(episode.updatedAt(), episode.alert().endsAt());
            if (!episode.over() && !span.isNegative()) {
                Instant end = later(now.plus(span), episode.alert().endsAt());
                book.put(new Episode(episode.id(), Alerts.until(episode.alert(), end), now, false));
            }
        }
        book.save();
    }

    /** Goes on by another configuration. What was told is still known; what waits for a channel that is no more becomes a dead letter. */
    public void configure(NotifierConfig newConfig, Map<String, List<Channel>> channels, Instant now) {
        config = newConfig;
        tree = Route.tree(config.route());
        inhibitions = new Inhibitions(config.inhibitions());
        Map<String, Post> before = new LinkedHashMap<>(posts);
        posts.clear();
        channels.forEach((receiver, list) -> {
            for (int i = 0; i < list.size(); i++) {
                String name = receiver + "/" + list.get(i).kind() + "[" + i + "]";
                Post post = new Post(name, receiver, list.get(i), settings, random, now, book.restUntil(name));
                Optional.ofNullable(before.get(name)).ifPresent(post::inherit);
                posts.put(name, post);
            }
        });
        for (Pending pending : List.copyOf(book.pending())) {
            Post post = posts.get(pending.lane().channel());
            if (post == null) {
                bury(pending, "its channel is no longer configured", now);
            } else {
                post.enqueue(pending.lane());
            }
        }
        regroup(now);
        book.save();
    }

    private void regroup(Instant now) {
        Map<String, Instant> times = new LinkedHashMap<>();
        groups.values().forEach(group -> times.put(group.key(), group.next()));
        groups.clear();
        book.episodes().forEach(episode -> join(episode, now));
        groups.values()
                .forEach(group -> Optional.ofNullable(times.get(group.key())).ifPresent(group::next));
    }

    private void join(Episode episode, Instant now) {
        for (Route route : tree.matching(episode.alert().labels())) {
            Labels labels = route.groupLabels(episode.alert().labels());
            String key = route.groupKey(labels);
            groups.computeIfAbsent(key, unknown -> new Group(key, route, labels, firstTime(route, key, episode, now)))
                    .episodes()
                    .add(episode.id());
        }
    }

    /** A group whose alerts are old has waited long enough; one that was told waits for its interval. */
    private Instant firstTime(Route route, String key, Episode episode, Instant now) {
        Instant told = Instant.EPOCH;
        for (Post post : postsOf(route.config().receiver())) {
            Lane lane = book.lane(new LaneId(key, post.name()));
            told = lane == null ? told : later(told, lane.toldAt());
        }
        Instant begin =
                episode.alert().startsAt().isAfter(now) ? now : episode.alert().startsAt();
        Instant byWait = begin.plus(route.config().groupWait());
        Instant byInterval =
                told.equals(Instant.EPOCH) ? told : told.plus(route.config().groupInterval());
        return later(now, later(byWait, byInterval));
    }

    private List<Post> postsOf(String receiver) {
        return posts.values().stream()
                .filter(post -> post.receiver().equals(receiver))
                .toList();
    }

    /** Takes alerts. They are on the disk when it returns, if the disk can. */
    public void accept(List<Alert> alerts, Instant now) {
        alerts.forEach(alert -> accept(alert, now));
        book.save();
    }

    private void accept(Alert alert, Instant now) {
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
        Episode begun = new Episode(book.number(), alert, now, false);
        book.put(begun);
        book.add(new AlertEvent(now, Kind.FIRING, alert.labels(), ""));
        join(begun, now);
    }

    private void end(Episode episode, Alert as, Instant now) {
        book.put(new Episode(episode.id(), as, now, true));
        book.add(new AlertEvent(now, Kind.RESOLVED, as.labels(), ""));
    }

    /** Does all that is due. Returns when to come again at the latest. */
    public Instant turn(Instant now) {
        heal(now);
        expire(now);
        forgetSilences(now);
        if (!nextWarning.isAfter(now)) {
            warn(now);
        }
        Quiet quiet = null;
        Instant next = now.plus(HEAL_EVERY);
        for (Group group : List.copyOf(groups.values())) {
            if (!group.next().isAfter(now)) {
                quiet = quiet == null ? quiet(now) : quiet;
                flush(group, quiet, now);
            }
            next = earlier(next, group.next());
        }
        if (!nextStrays.isAfter(now)) {
            nextStrays = now.plus(config.route().groupInterval());
            strays(quiet == null ? quiet(now) : quiet, now);
        }
        book.save();
        return earlier(next, nextTurnOfPosts(now));
    }

    private Instant nextTurnOfPosts(Instant now) {
        Instant next = now.plus(HEAL_EVERY);
        for (Post post : posts.values()) {
            if (!post.busy() && !post.waiting().isEmpty()) {
                next = earlier(next, post.nextTurn(now));
            }
        }
        return next;
    }

    private void heal(Instant now) {
        if (book.journal().trouble().isPresent() && !nextHeal.isAfter(now)) {
            book.save();
            book.journal().heal();
            nextHeal = now.plus(HEAL_EVERY);
        }
    }

    private void expire(Instant now) {
        for (Episode episode : List.copyOf(book.episodes())) {
            if (!episode.over() && episode.alert().resolvedAt(now)) {
                end(episode, episode.alert(), now);
            } else if (episode.over()
                    && !later(episode.updatedAt(), episode.alert().endsAt())
                            .plus(REMEMBERED)
                            .isAfter(now)
                    && free(episode)) {
                book.remove(episode);
                suppressed.remove(episode.id());
            }
        }
    }

    /** Whether no group and no lane has anything to say of it. */
    private boolean free(Episode episode) {
        return groups.values().stream().noneMatch(group -> group.episodes().contains(episode.id()))
                && book.lanes().stream().noneMatch(lane -> lane.told().get(episode.id()) == Stage.FIRING)
                && book.pending().stream().noneMatch(pending -> pending.stages().containsKey(episode.id()));
    }

    private void forgetSilences(Instant now) {
        book.silences().values().stream()
                .filter(silence -> SilenceRules.forgotten(silence, now))
                .toList()
                .forEach(book::remove);
    }

    /** After silences were changed. */
    public void silencesChanged() {
        silences = new Silences(book.silences().values());
    }

    /** What keeps quiet at this time. */
    public Quiet quiet(Instant now) {
        List<Labels> firing = book.episodes().stream()
                .filter(episode -> !episode.alert().resolvedAt(now))
                .map(episode -> episode.alert().labels())
                .toList();
        return new Quiet(config, silences, inhibitions.among(firing));
    }

    private void flush(Group group, Quiet quiet, Instant now) {
        List<Episode> episodes = episodes(group.episodes());
        episodes.forEach(episode -> noteSuppression(episode, group, quiet, now));
        List<Post> receivers = postsOf(group.receiver());
        for (Post post : receivers) {
            Lane lane = lane(new LaneId(group.key(), post.name()), group.labels());
            if (book.pending(lane.id()) == null && !post.carries(lane.id())) {
                decider(post, group.route(), quiet)
                        .decide(lane, episodes, null, now)
                        .ifPresent(pending -> enqueue(post, lane, pending));
            }
        }
        leave(group, episodes, receivers, quiet);
        group.next(now.plus(group.route().config().groupInterval()));
    }

    private void noteSuppression(Episode episode, Group group, Quiet quiet, Instant now) {
        boolean is = !episode.over() && quiet.quiets(group.route().config(), episode.alert(), now);
        if (is && suppressed.add(episode.id())) {
            book.add(new AlertEvent(now, Kind.SUPPRESSED, episode.alert().labels(), ""));
        } else if (!is && suppressed.remove(episode.id()) && !episode.over()) {
            book.add(new AlertEvent(now, Kind.UNSUPPRESSED, episode.alert().labels(), ""));
        }
    }

    private List<Episode> episodes(Collection<Long> ids) {
        List<Episode> found = new ArrayList<>();
        ids.forEach(id -> Optional.ofNullable(book.episode(id)).ifPresent(found::add));
        return found;
    }

    private Decider decider(Post post, Route route, Quiet quiet) {
        return new Decider(
                post.receiver(),
                post.channel().sendResolved(),
                route.config().repeatInterval(),
                (alert, time) -> quiet.quiets(route.config(), alert, time),
                book::number);
    }

    private Lane lane(LaneId id, Labels labels) {
        return Optional.ofNullable(book.lane(id)).orElseGet(() -> Lane.fresh(id, labels, false));
    }

    private void enqueue(Post post, Lane lane, Pending pending) {
        book.put(lane);
        book.put(pending);
        post.enqueue(lane.id());
    }

    /** What is over and of which all is told leaves the group; a group of nothing is none. */
    private void leave(Group group, List<Episode> episodes, List<Post> receivers, Quiet quiet) {
        for (Episode episode : episodes) {
            if (episode.over() && receivers.stream().noneMatch(post -> owes(post, group, episode, quiet))) {
                group.episodes().remove(episode.id());
            }
        }
        group.episodes().removeIf(id -> book.episode(id) == null);
        if (group.episodes().isEmpty()) {
            groups.remove(group.key());
            receivers.forEach(post -> close(new LaneId(group.key(), post.name())));
        }
    }

    private boolean owes(Post post, Group group, Episode episode, Quiet quiet) {
        LaneId id = new LaneId(group.key(), post.name());
        Pending pending = book.pending(id);
        if (pending != null && pending.stages().containsKey(episode.id())) {
            return true;
        }
        Lane lane = lane(id, group.labels());
        Stage told = lane.told().get(episode.id());
        if (told == Stage.FIRING) {
            return post.channel().sendResolved();
        }
        return told == null
                && !quiet.quiets(
                        group.route().config(), episode.alert(), episode.alert().endsAt());
    }

    /** Forgets a lane whose group is no more, if it has nothing left to say. */
    private void close(LaneId id) {
        Lane lane = book.lane(id);
        if (lane != null && book.pending(id) == null) {
            book.remove(lane);
        }
    }

    /** Lanes whose group is no more, by another configuration or because they are of many groups: they tell what is over of what they told. */
    private void strays(Quiet quiet, Instant now) {
        for (Lane lane : List.copyOf(book.lanes())) {
            if (groups.containsKey(lane.id().groupKey()) || book.pending(lane.id()) != null) {
                continue;
            }
            Post post = posts.get(lane.id().channel());
            List<Episode> told = toldBy(lane);
            if (post == null || told.isEmpty()) {
                book.remove(lane);
            } else if (!post.carries(lane.id())) {
                decider(post, tree, quiet)
                        .decide(lane, told, null, now)
                        .ifPresent(pending -> enqueue(post, lane, pending));
            }
        }
    }

    private List<Episode> toldBy(Lane lane) {
        return episodes(lane.told().entrySet().stream()
                .filter(entry -> entry.getValue() == Stage.FIRING)
                .map(Map.Entry::getKey)
                .toList());
    }

    /** The next message of a channel, if one may go now. It is on the disk, with all that happened to its alerts until now. */
    public Optional<Parcel> take(String channel, Instant now) {
        Post post = posts.get(channel);
        if (post == null || post.busy() || post.waiting().isEmpty() || post.allowed(now) < 1) {
            return Optional.empty();
        }
        Quiet quiet = quiet(now);
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
        Lane lane = lane(pending.lane(), pending.message().groupLabels());
        Group group = groups.get(pending.lane().groupKey());
        Set<Long> ids = new HashSet<>(pending.stages().keySet());
        if (group != null) {
            ids.addAll(group.episodes());
        }
        Route route = group == null ? tree : group.route();
        Optional<Pending> newer = decider(post, route, quiet).decide(lane, episodes(ids), pending, now);
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
    public void done(Parcel parcel, Delivery delivery, Instant now) {
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
            bury(pending, refused.reason(), now);
        }
        book.save();
    }

    private void accepted(Post post, Pending pending, Map<String, String> receipt, Instant now) {
        settle(pending, receipt, now);
        post.accepted(now);
        note(pending, Kind.NOTIFIED, post.name(), now);
    }

    /** The channel is taken to know what the message tells. */
    private void settle(Pending pending, Map<String, String> receipt, Instant now) {
        Lane lane = lane(pending.lane(), pending.message().groupLabels()).told(pending, receipt, now);
        TreeMap<Long, Stage> known = new TreeMap<>(lane.told());
        known.keySet().removeIf(id -> book.episode(id) == null);
        book.put(lane.with(known, now));
        book.remove(pending);
    }

    private void note(Pending pending, Kind kind, String detail, Instant now) {
        pending.stages().keySet().stream()
                .flatMap(id -> Optional.ofNullable(book.episode(id)).stream())
                .forEach(episode ->
                        book.add(new AlertEvent(now, kind, episode.alert().labels(), detail)));
    }

    private void retried(Post post, Pending pending, Delivery.Retry retry, Instant now) {
        if (!pending.since().plus(settings.giveUp()).isAfter(now)) {
            post.refused(retry.reason());
            bury(pending, "given up: " + retry.reason(), now);
            return;
        }
        post.failed(pending.lane(), retry, now);
        if (retry.after() != null) {
            book.rest(post.name(), post.notBefore());
        }
    }

    /** Gives a message up, where people see it, and warns of that, unless it is such a warning itself. */
    private void bury(Pending pending, String reason, Instant now) {
        settle(pending, Map.of(), now);
        book.put(new Letter(pending, now, reason));
        while (book.letters().size() > MOST_LETTERS) {
            book.remove(book.letters().iterator().next());
        }
        note(pending, Kind.FAILED, pending.lane().channel() + ": " + reason, now);
        warn(now);
    }

    /** Warns of messages that were given up, as long as there are any. */
    private void warn(Instant now) {
        Map<String, Letter> newest = new LinkedHashMap<>();
        for (Letter letter : book.letters()) {
            boolean ofUs = letter.pending().message().alerts().stream()
                    .allMatch(alert -> alert.name().equals(REFUSED));
            if (!ofUs) {
                newest.put(letter.pending().lane().channel(), letter);
            }
        }
        newest.forEach((channel, letter) -> accept(warning(channel, letter, now), now));
        nextWarning = now.plus(WARN_EVERY);
    }

    private static Alert warning(String channel, Letter letter, Instant now) {
        return Alert.of(
                Labels.of("alertname", REFUSED, "channel", channel, "severity", "warning"),
                Map.of("summary", channel + " will not take a message", "description", letter.reason()),
                letter.at(),
                now.plus(WARN_EVERY.multipliedBy(4)),
                "");
    }

    /** Tries a message that was given up again, with what happened since. False if there is none of this id. */
    public boolean retry(String letterId, Instant now) {
        Letter letter = book.letter(letterId);
        Post post = letter == null ? null : posts.get(letter.pending().lane().channel());
        if (letter == null || post == null) {
            return false;
        }
        Pending old = letter.pending();
        LaneId id = book.pending(old.lane()) == null ? old.lane() : new LaneId("retry:" + letterId, post.name());
        Lane lane = lane(id, old.message().groupLabels());
        TreeMap<Long, Stage> told = new TreeMap<>(lane.told());
        told.keySet().removeAll(old.stages().keySet());
        book.remove(letter);
        enqueue(
                post,
                lane.with(told, lane.toldAt()),
                new Pending(id, old.message().at(now), old.stages(), now));
        book.save();
        return true;
    }

    /** Forgets a message that was given up. False if there is none of this id. */
    public boolean drop(String letterId) {
        Letter letter = book.letter(letterId);
        if (letter == null) {
            return false;
        }
        book.remove(letter);
        book.save();
        return true;
    }

    /** Names of all channels, those that are busy among them. */
    public List<String> channels() {
        return List.copyOf(posts.keySet());
    }

    /** What people may see of it. */
    public Views views() {
        return new Views(book, config, tree, groups.values(), posts.values());
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
