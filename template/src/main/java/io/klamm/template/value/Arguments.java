package io.klamm.template.value;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a function is called with; every reader of a value throws {@link WrongArgument} where it is of another type. */
public final class Arguments {

    private final String name;
    private final List<@Nullable Object> values;

    public Arguments(String name, List<? extends @Nullable Object> values) {
        this.name = name;
        this.values = Collections.unmodifiableList(new ArrayList<>(values));
    }

    /** Itself, when there are exactly so many. */
    public Arguments exactly(int count) {
        return between(count, count);
    }

    /** Itself, when there are so many or more. */
    public Arguments atLeast(int least) {
        if (values.size() < least) {
            throw new WrongArgument(
                    "wrong number of args for " + name + ": want at least " + least + " got " + values.size());
        }
        return this;
    }

    /** Itself, when there are at least {@code least} and at most {@code most}. */
    public Arguments between(int least, int most) {
        if (values.size() < least || values.size() > most) {
            String wanted = least == most ? String.valueOf(least) : least + " to " + most;
            throw new WrongArgument("wrong number of args for " + name + ": want " + wanted + " got " + values.size());
        }
        return this;
    }

    public int size() {
        return values.size();
    }

    public List<@Nullable Object> all() {
        return values;
    }

    /** Those from an index on. */
    public List<@Nullable Object> from(int index) {
        return values.subList(index, values.size());
    }

    public @Nullable Object value(int index) {
        return values.get(index);
    }

    /** A string; HTML that is safe counts as one. */
    public String text(int index) {
        Object value = values.get(index);
        if (value instanceof String text) {
            return text;
        }
        if (value instanceof SafeHtml safe) {
            return safe.html();
        }
        throw wrongType(index, "string");
    }

    /** A number, whole or not. */
    public double number(int index) {
        if (values.get(index) instanceof Number number) {
            return number.doubleValue();
        }
        throw wrongType(index, "float64");
    }

    /** A whole number. */
    public long whole(int index) {
        if (values.get(index) instanceof Long number) {
            return number;
        }
        throw wrongType(index, "int");
    }

    /** A list. */
    public List<?> list(int index) {
        if (values.get(index) instanceof List<?> list) {
            return list;
        }
        throw wrongType(index, "[]interface {}");
    }

    /** A map. */
    public Map<?, ?> map(int index) {
        if (values.get(index) instanceof Map<?, ?> map) {
            return map;
        }
        throw wrongType(index, "map[string]interface {}");
    }

    /** What is thrown for an argument of another type than {@code expected}. */
    public WrongArgument wrongType(int index, String expected) {
        Object value = values.get(index);
        String message = value == null
                ? "invalid value; expected " + expected
                : "wrong type for value; expected " + expected + "; got " + TypeNames.of(value);
        return new WrongArgument(message, index, expected);
    }
}
