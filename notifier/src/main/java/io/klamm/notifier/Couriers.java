package io.klamm.notifier;

import io.klamm.notifier.dispatch.Parcel;
import io.klamm.notifier.message.Channel;
import io.klamm.notifier.message.Delivery;
import io.klamm.notifier.message.Message;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;

/** The threads that deliver: one for each channel that is busy, so that none waits for another. */
final class Couriers implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 5;

    private final ExecutorService threads = Executors.newCachedThreadPool(named());

    private static ThreadFactory named() {
        AtomicInteger number = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, "klamm-notifier-courier-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    /** Delivers in a thread of its own, and says there what came of it; says nothing if it is closed meanwhile. */
    void deliver(Parcel parcel, BiConsumer<Parcel, Delivery> then) {
        threads.execute(() -> {
            try {
                then.accept(parcel, deliver(parcel.to(), parcel.message()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** An error of the channel's own is a failure like others: it must not stop the channel. */
    static Delivery deliver(Channel channel, Message message) throws InterruptedException {
        try {
            return channel.deliver(message);
        } catch (RuntimeException e) {
            return new Delivery.Retry("error in the channel: " + e, null);
        }
    }

    /** Waits a little for what is on its way: what is accepted and noted is not told again after the next start. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
