package io.klamm.notifier.dispatch;

import io.klamm.model.alert.ReceiverStatus;
import io.klamm.notifier.message.Channel;
import io.klamm.notifier.message.Delivery;
import io.klamm.notifier.outbox.LaneId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A channel's turn: which lanes wait for it, when the next message may go, and how it fared. Guarded by its owner. */
final class Post {

    private final String name;
    private final String receiver;
    private final Channel channel;
    private final Settings settings;
    private final RandomGenerator random;
    private final Set<LaneId> waiting = new LinkedHashSet<>();
    private @Nullable LaneId inFlight;
    private double tokens;
    private Instant filledAt;
    private Instant notBefore;
    private int failures;
    private long delivered;
    private long failedAttempts;
    private @Nullable Instant lastAttempt;
    private @Nullable Instant lastDelivered;
    private @Nullable String lastError;

    Post(
            String name,
            String receiver,
            Channel channel,
            Settings settings,
            RandomGenerator random,
            Instant now,
            Instant notBefore) {
        this.name = name;
        this.receiver = receiver;
        this.channel = channel;
        this.settings = settings;
        this.random = random;
        this.tokens = settings.burst();
        this.filledAt = now;
        this.notBefore = notBefore;
    }

    String name() {
        return name;
    }

    String receiver() {
        return receiver;
    }

    Channel channel() {
        return channel;
    }

    /** Goes on as the post before it, which had the same name. */
    void inherit(Post before) {
        notBefore = before.notBefore;
        failures = before.failures;
        delivered = before.delivered;
        failedAttempts = before.failedAttempts;
        lastAttempt = before.lastAttempt;
        lastDelivered = before.lastDelivered;
        lastError = before.lastError;
    }

    void enqueue(LaneId lane) {
        waiting.add(lane);
    }

    /** Goes before all others. */
    void first(LaneId lane) {
        List<LaneId> others = waiting();
        waiting.clear();
        waiting.add(lane);
        waiting.addAll(others);
    }

    void forget(LaneId lane) {
        waiting.remove(lane);
    }

    List<LaneId> waiting() {
        return new ArrayList<>(waiting);
    }

    boolean busy() {
        return inFlight != null;
    }

    boolean carries(LaneId lane) {
        return lane.equals(inFlight);
    }

    /** How many messages may go at once now. */
    int allowed(Instant now) {
        fill(now);
        return notBefore.isAfter(now) ? 0 : (int) tokens;
    }

    /** When the next message may go. */
    Instant nextTurn(Instant now) {
        fill(now);
        Instant byRate = tokens >= 1 ? now : now.plusMillis(1 + (long) ((1 - tokens) / settings.perSecond() * 1000));
        return byRate.isAfter(notBefore) ? byRate : notBefore;
    }

    private void fill(Instant now) {
        double seconds = Math.max(0, Duration.between(filledAt, now).toMillis()) / 1000.0;
        tokens = Math.min(settings.burst(), tokens + seconds * settings.perSecond());
        filledAt = now;
    }

    void begin(LaneId lane, Instant now) {
        fill(now);
        tokens -= 1;
        inFlight = lane;
        waiting.remove(lane);
        lastAttempt = now;
    }

    void accepted(Instant now) {
        inFlight = null;
        failures = 0;
        delivered++;
        lastDelivered = now;
        lastError = null;
    }

    void refused(String reason) {
        inFlight = null;
        failures = 0;
        failedAttempts++;
        lastError = reason;
    }

    /** After a failure. The lane goes behind the others; the pause is as long as asked, else ever longer, with chance in it. */
    void failed(LaneId lane, Delivery.Retry retry, Instant now) {
        inFlight = null;
        waiting.add(lane);
        failedAttempts++;
        lastError = retry.reason();
        Duration after = retry.after();
        notBefore = now.plus(after == null ? pause() : after);
        failures++;
    }

    private Duration pause() {
        long longest = settings.longestPause().toMillis();
        long whole = Math.min(longest, settings.firstPause().toMillis() << Math.min(failures, 20));
        return Duration.ofMillis(whole / 2 + random.nextLong(whole / 2 + 1));
    }

    Instant notBefore() {
        return notBefore;
    }

    ReceiverStatus.Channel status(int deadLetters, Instant now) {
        int open = waiting.size() + (inFlight == null ? 0 : 1);
        return new ReceiverStatus.Channel(
                channel.kind(),
                channel.sendResolved(),
                delivered,
                failedAttempts,
                open,
                deadLetters,
                lastAttempt,
                lastDelivered,
                open == 0 ? null : nextTurn(now),
                lastError);
    }
}
