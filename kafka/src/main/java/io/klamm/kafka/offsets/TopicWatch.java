package io.klamm.kafka.offsets;

import io.klamm.kafka.ClusterClients;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;

/** Asks again and again what has become of the offsets topic, without ever waiting for the answer. For one thread. */
final class TopicWatch implements AutoCloseable {

    private static final Duration CLOSE_LIMIT = Duration.ofMillis(500);
    private static final long PERIOD_MILLIS = 10_000;

    /** While partitions are still to be taken up. */
    private static final long SHORT_PERIOD_MILLIS = 1_000;

    private final ClusterClients clients;
    private final String topic;
    private @Nullable Admin admin;
    private @Nullable CompletableFuture<TopicAnswer> pending;
    private long nextAt = System.nanoTime();

    TopicWatch(ClusterClients clients, String topic) {
        this.clients = clients;
        this.topic = topic;
    }

    /** Whether a question should be put now. */
    boolean due() {
        return pending == null && System.nanoTime() - nextAt >= 0;
    }

    /** Puts the question; may block while a client is made. */
    void ask(TopicQuestion question) {
        Admin present = admin == null ? clients.admin() : admin;
        admin = present;
        pending = new TopicInquiry(present, topic).ask(question);
    }

    /** The answer, once, if it has come; throws what the question failed with. */
    Optional<TopicAnswer> answer() {
        CompletableFuture<TopicAnswer> asked = pending;
        if (asked == null || !asked.isDone()) {
            return Optional.empty();
        }
        pending = null;
        return Optional.of(asked.join());
    }

    /** Plans the next question. */
    void again(boolean complete) {
        in(complete ? PERIOD_MILLIS : SHORT_PERIOD_MILLIS);
    }

    void in(long millis) {
        nextAt = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    }

    /** Asks nobody any more, but with a new client, which looks up names and reads key stores anew. */
    @Override
    public void close() {
        pending = null;
        if (admin != null) {
            admin.close(CLOSE_LIMIT);
            admin = null;
        }
    }
}
