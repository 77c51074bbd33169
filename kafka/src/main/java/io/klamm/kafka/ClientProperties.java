package io.klamm.kafka;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What Kafka's clients are told, in the keys of {@code client.properties}. Never shows a value. */
public final class ClientProperties {

    private final SortedMap<String, String> values;

    public ClientProperties(Map<String, String> values) {
        this.values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    /** The keys with their values, for a client's constructor only. */
    public Map<String, String> values() {
        return values;
    }

    /** The keys alone. */
    @Override
    public String toString() {
        return "ClientProperties" + values.keySet();
    }
}
