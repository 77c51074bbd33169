package io.klamm.kafka;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** How often each call of the Admin API was made since the start. Safe for use by several threads. */
final class Calls {

    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

    void count(String call) {
        counts.computeIfAbsent(call, name -> new LongAdder()).increment();
    }

    SortedMap<String, Long> byName() {
        SortedMap<String, Long> copy = new TreeMap<>();
        counts.forEach((call, count) -> copy.put(call, count.sum()));
        return Collections.unmodifiableSortedMap(copy);
    }
}
