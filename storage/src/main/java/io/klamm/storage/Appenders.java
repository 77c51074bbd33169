package io.klamm.storage;

/** The write side of a store: gives every writer its {@link Appender}. Safe from any thread. */
public interface Appenders {

    /**
     * An appender for one writer.
     *
     * @param writer its name, such as {@code scrape/kafka/127.0.0.1:9308}: the samples that it writes together share their times
     */
    Appender appender(String writer);
}
