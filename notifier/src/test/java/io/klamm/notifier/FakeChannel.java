package io.klamm.notifier;

import io.klamm.notifier.message.Channel;
import io.klamm.notifier.message.Delivery;
import io.klamm.notifier.message.Message;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A channel that a test answers for, and that it can wait for. */
final class FakeChannel implements Channel {

    /** What a test answers. */
    @FunctionalInterface
    interface Answer {
        Delivery to(Message message) throws InterruptedException;
    }

    private final String kind;
    private final Answer answer;
    private final BlockingQueue<Message> attempts = new LinkedBlockingQueue<>();

    FakeChannel(String kind, Answer answer) {
        this.kind = kind;
        this.answer = answer;
    }

    /** The next message that it was told; fails if there is none for long. */
    Message next() throws InterruptedException {
        Message message = attempts.poll(20, TimeUnit.SECONDS);
        if (message == null) {
            throw new AssertionError(kind + ": no message (expected: one)");
        }
        return message;
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public boolean sendResolved() {
        return true;
    }

    @Override
    public Delivery deliver(Message message) throws InterruptedException {
        attempts.add(message);
        return answer.to(message);
    }

    @Override
    public void close() {}
}
