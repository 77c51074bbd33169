package io.klamm.web.prometheus;

import io.klamm.model.series.GoFloat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a tree of maps, lists, texts, numbers and truth values. */
final class TreeJson {

    private TreeJson() {}

    static void write(JsonBytes json, @Nullable Object node) {
        if (node == null) {
            json.raw("null");
        } else if (node instanceof Map<?, ?> map) {
            object(json, map);
        } else if (node instanceof List<?> list) {
            array(json, list);
        } else if (node instanceof Boolean || node instanceof Long || node instanceof Integer) {
            json.raw(node.toString());
        } else if (node instanceof Double number) {
            json.raw(GoFloat.format(number, GoFloat.Form.API));
        } else {
            json.text(node.toString());
        }
    }

    private static void object(JsonBytes json, Map<?, ?> map) {
        json.raw('{');
        boolean first = true;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (!first) {
                json.raw(',');
            }
            first = false;
            json.text(String.valueOf(entry.getKey())).raw(':');
            write(json, entry.getValue());
        }
        json.raw('}');
    }

    private static void array(JsonBytes json, List<?> list) {
        json.raw('[');
        for (int i = 0; i < list.size(); i++) {
            if (i > 0) {
                json.raw(',');
            }
            write(json, list.get(i));
        }
        json.raw(']');
    }
}
