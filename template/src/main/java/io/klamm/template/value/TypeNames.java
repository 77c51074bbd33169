package io.klamm.template.value;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What Go calls the types of values. */
public final class TypeNames {

    private TypeNames() {}

    public static String of(@Nullable Object value) {
        if (value == null) {
            return "interface {}";
        }
        if (value instanceof Fields fields) {
            return fields.typeName();
        }
        return plain(value);
    }

    private static String plain(Object value) {
        if (value instanceof Boolean) {
            return "bool";
        }
        if (value instanceof Number) {
            return value instanceof Double || value instanceof Float ? "float64" : "int";
        }
        if (value instanceof Map<?, ?> map) {
            return "map[string]" + elements(map.values());
        }
        if (value instanceof List<?> list) {
            return "[]" + elements(list);
        }
        return named(value);
    }

    private static String named(Object value) {
        if (value instanceof Instant || value instanceof ZonedDateTime) {
            return "time.Time";
        }
        if (value instanceof Duration) {
            return "time.Duration";
        }
        if (value instanceof SafeHtml) {
            return "template.HTML";
        }
        return value instanceof TemplateFunction ? "func" : "string";
    }

    private static String elements(Iterable<?> values) {
        String common = null;
        for (Object value : values) {
            String name = value == null ? "interface {}" : of(value);
            if (common != null && !common.equals(name)) {
                return "interface {}";
            }
            common = name;
        }
        return common == null ? "string" : common;
    }
}
