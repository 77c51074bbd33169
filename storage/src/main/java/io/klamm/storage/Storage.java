package io.klamm.storage;

/** A store of time series: both sides of it. */
public interface Storage extends Appenders, Queryable, AutoCloseable {

    @Override
    void close();
}
