package io.klamm.template.exec;

import io.klamm.template.value.Arguments;
import io.klamm.template.value.TypeNames;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Parts of lists, maps and texts. */
final class Elements {

    private Elements() {}

    static @Nullable Object index(Arguments arguments) {
        Object value = arguments.atLeast(1).value(0);
        if (value == null) {
            throw new IllegalArgumentException("index of untyped nil");
        }
        for (Object index : arguments.from(1)) {
            value = element(value, index);
        }
        return value;
    }

    private static @Nullable Object element(@Nullable Object of, @Nullable Object index) {
        if (of instanceof List<?> list) {
            return list.get(position(index, list.size(), false));
        }
        if (of instanceof Map<?, ?> map) {
            return keyed(map, index);
        }
        if (of instanceof String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return (long) (bytes[position(index, bytes.length, false)] & 0xff);
        }
        throw new IllegalArgumentException(
                of == null ? "index of nil pointer" : "can't index item of type " + TypeNames.of(of));
    }

    private static @Nullable Object keyed(Map<?, ?> map, @Nullable Object key) {
        boolean texts = map.keySet().stream().allMatch(String.class::isInstance);
        if (texts && !(key instanceof String)) {
            throw new IllegalArgumentException(
                    key == null
                            ? "value is nil; should be of type string"
                            : "value has type " + TypeNames.of(key) + "; should be string");
        }
        return map.containsKey(key) ? map.get(key) : zeroOf(map);
    }

    /** What a map gives for a key that it does not have: empty where all that it has is text. */
    static @Nullable Object zeroOf(Map<?, ?> map) {
        return map.values().stream().allMatch(String.class::isInstance) ? "" : null;
    }

    private static int position(@Nullable Object index, int size, boolean endCounts) {
        if (!(index instanceof Long position)) {
            throw new IllegalArgumentException(
                    index == null
                            ? "cannot index slice/array with nil"
                            : "cannot index slice/array with type " + TypeNames.of(index));
        }
        if (position < 0 || position > size || (position == size && !endCounts)) {
            throw new IllegalArgumentException("index out of range: " + position);
        }
        return position.intValue();
    }

    static Object slice(Arguments arguments) {
        Object value = arguments.atLeast(1).value(0);
        if (arguments.size() > 4) {
            throw new IllegalArgumentException("too many slice indexes: " + (arguments.size() - 1));
        }
        if (value instanceof List<?> list) {
            int[] span = span(arguments, list.size());
            return list.subList(span[0], span[1]);
        }
        if (value instanceof String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            int[] span = span(arguments, bytes.length);
            return new String(Arrays.copyOfRange(bytes, span[0], span[1]), StandardCharsets.UTF_8);
        }
        throw new IllegalArgumentException(
                value == null ? "slice of untyped nil" : "can't slice item of type " + TypeNames.of(value));
    }

    private static int[] span(Arguments arguments, int size) {
        int from = arguments.size() > 1 ? position(arguments.value(1), size, true) : 0;
        int to = arguments.size() > 2 ? position(arguments.value(2), size, true) : size;
        if (from > to) {
            throw new IllegalArgumentException("invalid slice index: " + from + " > " + to);
        }
        return new int[] {from, to};
    }

    static long length(Arguments arguments) {
        Object value = arguments.exactly(1).value(0);
        if (value instanceof List<?> list) {
            return list.size();
        }
        if (value instanceof Map<?, ?> map) {
            return map.size();
        }
        if (value instanceof String text) {
            return text.getBytes(StandardCharsets.UTF_8).length;
        }
        throw new IllegalArgumentException(value == null ? "len of nil pointer" : "len of type " + TypeNames.of(value));
    }
}
