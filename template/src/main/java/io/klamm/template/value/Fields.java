package io.klamm.template.value;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An object with named fields, which may be methods: a {@link TemplateFunction} is called with the arguments that follow its name. */
public interface Fields {

    /** What errors call it, as Go would: {@code *template.Data}. */
    String typeName();

    boolean hasField(String name);

    /** The value of a field, or its method; null where it has no such field, or the field is nil. */
    @Nullable
    Object field(String name);

    /** What it is as JSON: values by name. */
    default Map<String, ? extends @Nullable Object> json() {
        return Map.of();
    }

    /** An object with these fields, whose JSON has other names or parts. */
    static Fields of(
            String typeName,
            Map<String, ? extends @Nullable Object> fields,
            Map<String, ? extends @Nullable Object> json) {
        return new Struct(typeName, fields, json);
    }

    /** An object with these fields; printed in the order of the map. */
    static Fields of(String typeName, Map<String, ? extends @Nullable Object> fields) {
        return new Struct(typeName, fields, fields);
    }
}
