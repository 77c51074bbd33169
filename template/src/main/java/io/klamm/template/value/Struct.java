package io.klamm.template.value;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

record Struct(
        String typeName, Map<String, ? extends @Nullable Object> fields, Map<String, ? extends @Nullable Object> json)
        implements Fields {

    Struct {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        json = Collections.unmodifiableMap(new LinkedHashMap<>(json));
    }

    @Override
    public boolean hasField(String name) {
        return fields.containsKey(name);
    }

    @Override
    public @Nullable Object field(String name) {
        return fields.get(name);
    }

    @Override
    public String toString() {
        return "{"
                + String.join(" ", fields.values().stream().map(String::valueOf).toList()) + "}";
    }
}
