package io.klamm.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Writes JSON by hand: what is not known has no field. */
final class Json {

    private static final JsonFactory FACTORY = new JsonFactory();

    private Json() {}

    /** Writes a value. */
    @FunctionalInterface
    interface Body {
        void write(JsonGenerator json) throws IOException;
    }

    /** Writes one element of an array. */
    @FunctionalInterface
    interface Element<T> {
        void write(JsonGenerator json, T value) throws IOException;
    }

    static byte[] write(Body body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            body.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static <T> void array(JsonGenerator json, String field, Iterable<T> values, Element<T> element) throws IOException {
        json.writeArrayFieldStart(field);
        for (T value : values) {
            element.write(json, value);
        }
        json.writeEndArray();
    }

    static void numbers(JsonGenerator json, String field, List<Integer> values) throws IOException {
        array(json, field, values, JsonGenerator::writeNumber);
    }

    static void counts(JsonGenerator json, String field, Map<String, Long> counts) throws IOException {
        json.writeObjectFieldStart(field);
        for (Map.Entry<String, Long> entry : counts.entrySet()) {
            json.writeNumberField(entry.getKey(), entry.getValue());
        }
        json.writeEndObject();
    }

    static void text(JsonGenerator json, String field, @Nullable String value) throws IOException {
        if (value != null) {
            json.writeStringField(field, value);
        }
    }

    static void number(JsonGenerator json, String field, OptionalLong value) throws IOException {
        if (value.isPresent()) {
            json.writeNumberField(field, value.getAsLong());
        }
    }

    static void number(JsonGenerator json, String field, OptionalDouble value) throws IOException {
        if (value.isPresent()) {
            json.writeNumberField(field, thousandths(value.getAsDouble()));
        }
    }

    static void time(JsonGenerator json, String field, @Nullable Instant value) throws IOException {
        if (value != null) {
            json.writeStringField(field, value.toString());
        }
    }

    static void seconds(JsonGenerator json, String field, @Nullable Duration value) throws IOException {
        if (value != null) {
            json.writeNumberField(field, seconds(value));
        }
    }

    /** Seconds with milliseconds. */
    static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    /** With three places behind the point, which is as exact as anything that is measured here. */
    private static double thousandths(double value) {
        return Math.abs(value) < 1e12 ? Math.round(value * 1000) / 1000.0 : value;
    }
}
