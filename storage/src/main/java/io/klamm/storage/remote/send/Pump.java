package io.klamm.storage.remote.send;

import io.klamm.storage.StorageException;
import io.klamm.storage.log.LogPosition;
import io.klamm.storage.log.SampleLog;
import io.klamm.storage.remote.write.WriteProtocol;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves the log to one destination, round by round: samples are read, go out in some requests at once, and only when all of these are settled is the save-point
 * moved on and more read. So memory is bounded by one round, a series' samples stay in order, and there is never anything to be divided anew. For one thread.
 */
final class Pump implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Pump.class);
    private static final long IDLE_MILLIS = 250;
    private static final long UNREADABLE_MILLIS = 1_000;
    private static final int FAMILIES = 2_000;

    private final SendConfig config;
    private final SampleLog log;
    private final Transport transport;
    private final SavePoint savePoint;
    private final DeadLetters letters;
    private final Clock clock;
    private final Backoff backoff;
    private final SendCounters counters = new SendCounters();
    private final KnownMetadata metadata = new KnownMetadata();
    private final MessageWriter writer = new MessageWriter(metadata);
    private final SplitBudget.Allowance allowance = new SplitBudget.Allowance();
    private final Round round = new Round();
    private List<Lane> pending = new ArrayList<>();
    private @Nullable LogSource source;
    private WriteProtocol protocol;
    private long waitingSince = Long.MIN_VALUE;
    private long newestSent = Long.MIN_VALUE;
    private volatile DestinationStatus status;

    Pump(SendConfig config, SampleLog log, Path directory, Transport transport, Clock clock, RandomGenerator random) {
        this.config = config;
        this.log = log;
        this.transport = transport;
        this.savePoint = new SavePoint(directory.resolve(config.name() + ".savepoint"));
        this.letters = new DeadLetters(directory.resolve(config.name() + ".dead-letters.jsonl"));
        this.clock = clock;
        this.backoff = new Backoff(config.minBackoff(), config.maxBackoff(), random);
        this.protocol = config.protocol();
        this.status = status(DestinationStatus.State.STARTING);
    }

    /** Does what is to be done now; gives how many milliseconds to wait until the next call. */
    long step() throws InterruptedException {
        try {
            return advance();
        } catch (StorageException e) {
            counters.failed(String.valueOf(e.getMessage()), clock.instant());
            goBack();
            return UNREADABLE_MILLIS;
        }
    }

    /** Begins again at the save-point: what was read since is not known to be whole. */
    void goBack() {
        LogSource open = source;
        source = null;
        round.clear();
        pending = new ArrayList<>();
        waitingSince = Long.MIN_VALUE;
        status = status(DestinationStatus.State.RETRYING);
        if (open != null) {
            open.close();
        }
    }

    private long advance() throws InterruptedException {
        if (pending.isEmpty() && !gather()) {
            status = status(DestinationStatus.State.IDLE);
            return IDLE_MILLIS;
        }
        status = status(DestinationStatus.State.SENDING);
        long wait = sendAll();
        if (pending.isEmpty()) {
            finish();
        }
        status = status(wait > 0 ? DestinationStatus.State.RETRYING : DestinationStatus.State.SENDING);
        return wait;
    }

    /** Reads until there is something to send; false if there is not. */
    private boolean gather() {
        LogSource from = source();
        long now = clock.millis();
        from.fill(round, config.samplesPerRequest() * config.requestsAtOnce());
        boolean news = protocol == WriteProtocol.V1 && metadata.hasNews();
        if (round.size() == 0 && !news) {
            if (from.advanced()) {
                from.done(now);
            }
            return false;
        }
        if (waitingSince == Long.MIN_VALUE) {
            waitingSince = now;
        }
        if (round.size() < config.samplesPerRequest()
                && now - waitingSince < config.deadline().toMillis()) {
            return false;
        }
        waitingSince = Long.MIN_VALUE;
        round.parts(config.samplesPerRequest()).forEach(this::deliver);
        if (news) {
            deliver(Part.of(metadata.takeNews(FAMILIES)));
        }
        return true;
    }

    private LogSource source() {
        LogSource open = source;
        if (open == null) {
            open = new LogSource(config, log, savePoint, metadata, counters);
            source = open;
        }
        return open;
    }

    private void deliver(Part part) {
        pending.add(new Lane(part, allowance.next()));
    }

    /** Sends what is first in each lane, and waits for the answers; gives how long to wait before what is left is sent again. */
    private long sendAll() throws InterruptedException {
        WriteProtocol spoken = protocol;
        List<Lane> sending = pending.subList(0, Math.min(pending.size(), config.requestsAtOnce()));
        List<CompletableFuture<Reply>> replies = new ArrayList<>();
        for (Lane lane : sending) {
            byte[] body = lane.first().body(writer, spoken);
            counters.bytes += body.length;
            replies.add(transport.send(spoken, body));
        }
        @Nullable Reply failure = null;
        for (int i = 0; i < replies.size(); i++) {
            Reply reply = await(replies.get(i));
            failure = reply.again() ? reply : failure;
            settle(sending.get(i), spoken, reply);
        }
        pending.removeIf(Lane::isEmpty);
        return failure == null ? 0 : pause(failure);
    }

    private static Reply await(CompletableFuture<Reply> reply) throws InterruptedException {
        try {
            return reply.get();
        } catch (ExecutionException e) {
            return Reply.none(String.valueOf(e.getCause()));
        }
    }

    private long pause(Reply failure) {
        Instant now = clock.instant();
        if (status.state() != DestinationStatus.State.RETRYING && !counters.lastError.equals(failure.reason())) {
            LOG.warn("{}: {}; it is tried again", config, failure.reason());
        }
        counters.retries++;
        counters.failed(failure.reason(), now);
        return Math.max(1, backoff.failed(failure.header("Retry-After"), now));
    }

    private void settle(Lane lane, WriteProtocol spoken, Reply reply) {
        Part part = lane.first().part();
        Settlement settlement = Settlement.of(reply, spoken, part.samples());
        if (settlement instanceof Settlement.Again) {
            return;
        }
        backoff.reset();
        counters.requests++;
        if (settlement instanceof Settlement.OtherVersion) {
            toVersion1();
        } else if (settlement instanceof Settlement.Settled settled) {
            settle(lane, settled.kept(), reply);
        } else if (!lane.divide()) {
            settle(lane, 0, reply);
        }
    }

    private void settle(Lane lane, int kept, Reply reply) {
        Part part = lane.first().part();
        Instant now = clock.instant();
        counters.sent += kept;
        if (reply.good() || kept > 0) {
            counters.lastSent = now;
        }
        int refused = part.samples() - kept;
        if (refused > 0) {
            letters.add(new DeadLetter(
                    now,
                    refused,
                    part.firstTime(),
                    part.lastTime(),
                    part.labels(0).toString(),
                    reply.reason()));
        }
        if (!reply.good()) {
            counters.failed(reply.reason(), now);
        }
        lane.settled(kept);
    }

    private void toVersion1() {
        if (protocol == WriteProtocol.V2) {
            LOG.info("{}: does not know version 2, and gets version 1", config);
        }
        protocol = WriteProtocol.V1;
    }

    /** All of the round is with the destination, or was refused for good. */
    private void finish() {
        if (round.size() > 0) {
            newestSent = Math.max(newestSent, round.newestTime());
        }
        round.clear();
        source().done(clock.millis());
    }

    DestinationStatus status() {
        return status;
    }

    private DestinationStatus status(DestinationStatus.State state) {
        LogSource from = source;
        long behind = from == null ? 0 : from.behind();
        long samples = round.size() + (from == null ? 0 : from.samplesIn(behind));
        return new DestinationStatus(
                config.name(),
                state,
                protocol,
                from == null ? LogPosition.START : from.saved(),
                lagSeconds(behind),
                behind,
                samples,
                counters.sent,
                counters.dropped,
                letters.samples(),
                counters.retries,
                from == null ? 0 : from.lost(),
                counters.requests,
                counters.bytes,
                Optional.ofNullable(counters.lastSent),
                Optional.ofNullable(counters.lastFailed),
                counters.lastError,
                letters.newest());
    }

    private double lagSeconds(long behind) {
        if (round.size() == 0 && behind == 0) {
            return 0;
        }
        long oldest = newestSent == Long.MIN_VALUE && round.size() > 0 ? round.time(0) : newestSent;
        return oldest == Long.MIN_VALUE ? 0 : Math.max(0, clock.millis() - oldest) / 1000.0;
    }

    /** Leaves the rest to the next start. */
    @Override
    public void close() {
        goBack();
        status = status(DestinationStatus.State.CLOSED);
    }
}
