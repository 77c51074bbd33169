package io.klamm.notifier.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The tables as they are after all changes. For one thread. */
final class Tables {

    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, Map<String, JsonNode>> tables = new TreeMap<>();

    Map<String, JsonNode> table(String name) {
        return Collections.unmodifiableMap(tables.computeIfAbsent(name, key -> new LinkedHashMap<>()));
    }

    byte[] bytes(Change change) {
        try {
            return json.writeValueAsBytes(change.steps());
        } catch (IOException e) {
            throw new UncheckedIOException("journal: a change that is no JSON", e);
        }
    }

    /** False if the bytes are no change. */
    boolean apply(byte[] bytes) {
        try {
            json.readTree(bytes).forEach(this::apply);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    void apply(Change change) {
        change.steps().forEach(this::apply);
    }

    private void apply(JsonNode step) {
        Map<String, JsonNode> table = tables.computeIfAbsent(step.path(0).asText(), key -> new LinkedHashMap<>());
        if (step.size() > 2) {
            table.put(step.path(1).asText(), step.path(2));
        } else {
            table.remove(step.path(1).asText());
        }
    }

    /** Every row as a change of its own table, for a file that begins anew. */
    List<Change> all() {
        List<Change> rows = new ArrayList<>();
        tables.forEach((table, keys) -> keys.forEach((key, row) -> rows.add(new Change().put(table, key, row))));
        return rows;
    }
}
