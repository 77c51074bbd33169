package io.klamm.notifier.message;

/** One way to tell somebody: a Slack channel, a mail box, a webhook. Safe from any thread. */
public interface Channel extends AutoCloseable {

    /** {@code slack}, {@code email} ...: the name of its kind in the configuration, without {@code _configs}. */
    String kind();

    /** Whether it wants to know when alerts are over. */
    boolean sendResolved();

    /** Tries once, and takes no longer than its time-out. Never throws for what the other side or the network does: that is a {@link Delivery}. */
    Delivery deliver(Message message) throws InterruptedException;

    @Override
    void close();
}
