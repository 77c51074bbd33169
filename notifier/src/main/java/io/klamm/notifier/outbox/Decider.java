package io.klamm.notifier.outbox;

import io.klamm.model.alert.Alert;
import io.klamm.notifier.message.Message;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What a channel is to be told of a group now. Pure.
 *
 * @param sendResolved whether it wants to know what is over
 * @param repeat after which it is told again what it knows
 * @param quiet whether nobody is told of an alert at a time
 * @param numbers gives one that was never given before, for the ids of messages
 */
public record Decider(
        String receiver,
        boolean sendResolved,
        Duration repeat,
        BiPredicate<Alert, Instant> quiet,
        LongSupplier numbers) {

    /** More alerts are not listed in one message, but counted. */
    static final int MOST_ALERTS = 5_000;

    /** What there is to tell, as it is gathered. */
    private static final class Content {
        private final List<Alert> firing = new ArrayList<>();
        private final List<Alert> over = new ArrayList<>();
        private final SortedMap<Long, Stage> stages = new TreeMap<>();
        private boolean news;
    }

    /**
     * The message, if there is one to send.
     *
     * @param before what was decided last and is not accepted yet: it is told as well, whatever became of it; null for nothing
     */
    public Optional<Pending> decide(Lane lane, Collection<Episode> group, @Nullable Pending before, Instant now) {
        Content content = new Content();
        for (Episode episode : group) {
            boolean promised = before != null && before.stages().containsKey(episode.id());
            add(content, lane.told().get(episode.id()), episode, promised, now);
        }
        boolean due = content.stages.containsValue(Stage.FIRING)
                && !lane.toldAt().plus(repeat).isAfter(now);
        if (!content.news && !due) {
            return Optional.empty();
        }
        return Optional.of(pending(lane, content, before, now));
    }

    private void add(Content content, @Nullable Stage told, Episode episode, boolean promised, Instant now) {
        Alert alert = episode.alert();
        if (!alert.resolvedAt(now)) {
            if (promised || !quiet.test(alert, now)) {
                content.firing.add(alert);
                content.news |= told == null;
                if (told != Stage.DONE) {
                    content.stages.put(episode.id(), Stage.FIRING);
                }
            }
            return;
        }
        if (owed(told, alert, promised, now)) {
            content.over.add(alert);
            content.stages.put(episode.id(), Stage.DONE);
            content.news = true;
        }
    }

    /** Whether it is to be told now that an episode is over. One that began and ended in silence is not; what was missed is, even for who does not ask for ends. */
    private boolean owed(@Nullable Stage told, Alert alert, boolean promised, Instant now) {
        if (told == Stage.DONE || (told == Stage.FIRING && !sendResolved)) {
            return false;
        }
        if (promised) {
            return true;
        }
        return told == Stage.FIRING
                ? !quiet.test(alert, now)
                : !quiet.test(alert, alert.endsAt()) && !quiet.test(alert, now);
    }

    private Pending pending(Lane lane, Content content, @Nullable Pending before, Instant now) {
        content.firing.sort(Comparator.comparing(Alert::startsAt).thenComparing(Alert::labels));
        content.over.sort(Comparator.comparing(Alert::startsAt).thenComparing(Alert::labels));
        List<Alert> all = new ArrayList<>(content.firing);
        all.addAll(content.over);
        List<Alert> listed = all.size() > MOST_ALERTS ? all.subList(0, MOST_ALERTS) : all;
        String incident =
                before != null ? before.message().incident() : lane.open() ? lane.incident() : incident(lane.id(), all);
        Message message = new Message(
                incident + "-" + numbers.getAsLong(),
                incident,
                lane.id().groupKey(),
                receiver,
                lane.groupLabels(),
                listed,
                now,
                all.size() - listed.size(),
                new TreeMap<>(lane.receipt()));
        return new Pending(lane.id(), message, content.stages, before == null ? now : before.since());
    }

    private static String incident(LaneId lane, List<Alert> alerts) {
        Instant first = alerts.stream()
                .map(Alert::startsAt)
                .min(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        return hash(lane.groupKey() + "\n" + first.toEpochMilli());
    }

    /** Twenty hexadecimal digits of a text. */
    public static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 10);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256: not in this JDK (expected: it in every JDK)", e);
        }
    }

    /** Whether a newer decision tells something else of the same. */
    public static boolean differs(Pending a, Pending b) {
        return !a.stages().equals(b.stages());
    }
}
