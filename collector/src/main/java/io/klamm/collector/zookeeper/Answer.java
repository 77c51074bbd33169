package io.klamm.collector.zookeeper;

/** What a server says when it is asked for something of one node. */
sealed interface Answer<T> {

    /** It is there. */
    record Found<T>(T value) implements Answer<T> {}

    /** There is no such node. */
    record Absent<T>() implements Answer<T> {}

    /** It may not be read. */
    record Denied<T>() implements Answer<T> {}
}
