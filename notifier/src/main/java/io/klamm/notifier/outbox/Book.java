package io.klamm.notifier.outbox;

import io.klamm.model.alert.AlertEvent;
import io.klamm.model.alert.Silence;
import io.klamm.notifier.journal.Change;
import io.klamm.notifier.journal.Journal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All that is kept, by its keys. Changes gather until {@link #save}, which returns when they are on the disk or the disk has failed. For one thread at a time. */
public final class Book implements AutoCloseable {

    /** How long and how many events are remembered. */
    private static final Duration EVENTS_FOR = Duration.ofDays(14);

    private static final int MOST_EVENTS = 20_000;

    private record Kept(long id, AlertEvent event) {}

    private final Journal journal;
    private final TreeMap<Long, Episode> episodes = new TreeMap<>();
    private final Map<String, Long> newest = new LinkedHashMap<>();
    private final Map<LaneId, Lane> lanes = new LinkedHashMap<>();
    private final Map<LaneId, Pending> pending = new LinkedHashMap<>();
    private final Map<String, Letter> letters = new LinkedHashMap<>();
    private final Map<String, Silence> silences = new LinkedHashMap<>();
    private final Map<String, Instant> rests = new LinkedHashMap<>();
    private final Deque<Kept> events = new ArrayDeque<>();
    private Change change = new Change();
    private long next = 1;

    /** What the journal holds. */
    public Book(Journal journal) {
        this.journal = journal;
        journal.table("alert").forEach((key, row) -> keep(Rows.episode(key, row)));
        journal.table("lane").values().forEach(row -> keep(Rows.lane(row)));
        journal.table("message").values().forEach(row -> keep(Rows.pending(row)));
        journal.table("letter").values().forEach(row -> keep(Rows.letter(row)));
        journal.table("silence").forEach((key, row) -> silences.put(key, Rows.silence(key, row)));
        journal.table("rest").forEach((key, row) -> rests.put(key, Json.time(row.path("until"))));
        journal.table("event").forEach((key, row) -> keep(new Kept(Long.parseLong(key), Rows.event(row))));
        journal.table("count")
                .values()
                .forEach(row -> next = Math.max(next, row.path("next").asLong()));
    }

    private void keep(Episode episode) {
        episodes.put(episode.id(), episode);
        newest.merge(episode.alert().fingerprint(), episode.id(), Math::max);
        next = Math.max(next, episode.id() + 1);
    }

    private void keep(Lane lane) {
        lanes.put(lane.id(), lane);
    }

    private void keep(Pending one) {
        pending.put(one.lane(), one);
    }

    private void keep(Letter letter) {
        letters.put(letter.id(), letter);
    }

    private void keep(Kept event) {
        events.addLast(event);
        next = Math.max(next, event.id() + 1);
    }

    /** A number that was never given before, also not before a restart. */
    public long number() {
        long number = next++;
        change.put("count", "", Json.object().put("next", next));
        return number;
    }

    public Collection<Episode> episodes() {
        return Collections.unmodifiableCollection(episodes.values());
    }

    public @Nullable Episode episode(long id) {
        return episodes.get(id);
    }

    /** The last time that an alert of this fingerprint fired, or fires. */
    public Optional<Episode> newest(String fingerprint) {
        return Optional.ofNullable(newest.get(fingerprint)).map(episodes::get);
    }

    public void put(Episode episode) {
        keep(episode);
        change.put("alert", Long.toString(episode.id()), Rows.of(episode));
    }

    public void remove(Episode episode) {
        episodes.remove(episode.id());
        newest.remove(episode.alert().fingerprint(), episode.id());
        change.remove("alert", Long.toString(episode.id()));
    }

    public Collection<Lane> lanes() {
        return Collections.unmodifiableCollection(lanes.values());
    }

    public @Nullable Lane lane(LaneId id) {
        return lanes.get(id);
    }

    public void put(Lane lane) {
        keep(lane);
        change.put("lane", lane.id().text(), Rows.of(lane));
    }

    public void remove(Lane lane) {
        lanes.remove(lane.id());
        change.remove("lane", lane.id().text());
    }

    public Collection<Pending> pending() {
        return Collections.unmodifiableCollection(pending.values());
    }

    public @Nullable Pending pending(LaneId id) {
        return pending.get(id);
    }

    public void put(Pending one) {
        keep(one);
        change.put("message", one.lane().text(), Rows.of(one));
    }

    public void remove(Pending one) {
        pending.remove(one.lane());
        change.remove("message", one.lane().text());
    }

    public Collection<Letter> letters() {
        return Collections.unmodifiableCollection(letters.values());
    }

    public @Nullable Letter letter(String id) {
        return letters.get(id);
    }

    public void put(Letter letter) {
        keep(letter);
        change.put("letter", letter.id(), Rows.of(letter));
    }

    public void remove(Letter letter) {
        letters.remove(letter.id());
        change.remove("letter", letter.id());
    }

    public Map<String, Silence> silences() {
        return Collections.unmodifiableMap(silences);
    }

    public void put(Silence silence) {
        silences.put(silence.id(), silence);
        change.put("silence", silence.id(), Rows.of(silence));
    }

    public void remove(Silence silence) {
        silences.remove(silence.id());
        change.remove("silence", silence.id());
    }

    /** Until when a channel wants to be left alone; the epoch if it does not. */
    public Instant restUntil(String channel) {
        return rests.getOrDefault(channel, Instant.EPOCH);
    }

    public void rest(String channel, Instant until) {
        rests.put(channel, until);
        change.put("rest", channel, Json.object().put("until", until.toString()));
    }

    /** What happened, oldest first. */
    public List<AlertEvent> events() {
        return events.stream().map(Kept::event).toList();
    }

    /** Adds what happened, and forgets what is too old or too much. */
    public void add(AlertEvent event) {
        Kept kept = new Kept(number(), event);
        keep(kept);
        change.put("event", Long.toString(kept.id()), Rows.of(event));
        Instant oldest = event.at().minus(EVENTS_FOR);
        while (events.size() > MOST_EVENTS || events.getFirst().event().at().isBefore(oldest)) {
            change.remove("event", Long.toString(events.removeFirst().id()));
        }
    }

    /** Puts all changes since the last call onto the disk, all or none of them. */
    public void save() {
        Change done = change;
        change = new Change();
        journal.commit(done);
    }

    /** Where it is kept. */
    public Journal journal() {
        return journal;
    }

    @Override
    public void close() {
        save();
        journal.close();
    }
}
