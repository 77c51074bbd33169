package io.klamm.web.burrow;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Writes JSON as Go's library does: compact, with the characters that matter to HTML escaped. */
final class GoJson {

    private final StringBuilder out = new StringBuilder(256);

    private GoJson() {}

    /** An object as text. */
    static String object(Consumer<GoJson> members) {
        GoJson json = new GoJson();
        json.braces(members);
        return json.out.toString();
    }

    GoJson field(String name, String value) {
        key(name);
        GoText.quote(out, value);
        return this;
    }

    GoJson field(String name, long value) {
        key(name);
        out.append(value);
        return this;
    }

    GoJson field(String name, boolean value) {
        key(name);
        out.append(value);
        return this;
    }

    GoJson field(String name, float value) {
        key(name);
        out.append(GoText.number(value));
        return this;
    }

    /** A number, or null where it is not known. */
    GoJson field(String name, OptionalLong value) {
        key(name);
        out.append(value.isPresent() ? Long.toString(value.getAsLong()) : "null");
        return this;
    }

    GoJson object(String name, Consumer<GoJson> members) {
        key(name);
        braces(members);
        return this;
    }

    /** An object, or null where there is none. */
    <T> GoJson object(String name, Optional<T> value, BiConsumer<GoJson, T> members) {
        key(name);
        if (value.isEmpty()) {
            out.append("null");
        } else {
            braces(json -> members.accept(json, value.get()));
        }
        return this;
    }

    /** A list, each element of which writes itself with one of the methods that begin so. */
    <T> GoJson array(String name, Iterable<T> values, BiConsumer<GoJson, T> element) {
        key(name);
        out.append('[');
        values.forEach(value -> element.accept(this, value));
        out.append(']');
        return this;
    }

    GoJson strings(String name, Iterable<String> values) {
        return array(name, values, (json, value) -> {
            json.separate();
            GoText.quote(json.out, value);
        });
    }

    void element(long value) {
        separate();
        out.append(value);
    }

    void elementNull() {
        separate();
        out.append("null");
    }

    void element(Consumer<GoJson> members) {
        separate();
        braces(members);
    }

    GoJson fieldNull(String name) {
        key(name);
        out.append("null");
        return this;
    }

    private void key(String name) {
        separate();
        GoText.quote(out, name);
        out.append(':');
    }

    private void braces(Consumer<GoJson> members) {
        out.append('{');
        members.accept(this);
        out.append('}');
    }

    /** A comma, unless this is the first of its kind. */
    private void separate() {
        char last = out.charAt(out.length() - 1);
        if (last != '{' && last != '[') {
            out.append(',');
        }
    }
}
