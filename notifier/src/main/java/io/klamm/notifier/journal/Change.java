package io.klamm.notifier.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** Changes to tables that happen together or not at all. For one thread. */
public final class Change {

    private final ArrayNode steps = JsonNodeFactory.instance.arrayNode();

    /** Sets a row, in place of the one that had its key. */
    public Change put(String table, String key, JsonNode row) {
        steps.addArray().add(table).add(key).add(row);
        return this;
    }

    /** Removes a row, if there is one. */
    public Change remove(String table, String key) {
        steps.addArray().add(table).add(key);
        return this;
    }

    /** Whether there is nothing to do. */
    public boolean isEmpty() {
        return steps.isEmpty();
    }

    ArrayNode steps() {
        return steps;
    }
}
