package io.klamm.metrics;

import java.util.HashMap;
import java.util.Map;

/** One label with ever the same name, made once for each value. */
final class LabelCache<P> {

    private final String name;
    private final SampleSink<P> sink;
    private final Map<String, P> byValue = new HashMap<>();

    LabelCache(String name, SampleSink<P> sink) {
        this.name = name;
        this.sink = sink;
    }

    P of(String value) {
        return byValue.computeIfAbsent(value, key -> sink.labels(name, key));
    }
}
