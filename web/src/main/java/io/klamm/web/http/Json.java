package io.klamm.web.http;

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
public final class Json {

    private static final JsonFactory FACTORY = new JsonFactory();

    private Json() {}

    /** Writes a value. */
    @FunctionalInterface
    public interface Body {
        void write(JsonGenerator json) throws IOException;
    }

    /** Writes one element of an array. */
    @FunctionalInterface
    public interface Element<T> {
        void write(JsonGenerator json, T value) throws IOException;
    }

    public static byte[] write(Body body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            body.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public static <T> void array(JsonGenerator json, String field, Iterable<T> values, Element<T> element)
            throws IOException {
        json.writeArrayFieldStart(field);
        for (T value : values) {
            element.write(json, value);
        }
        json.writeEndArray();
    }

    public static void numbers(JsonGenerator json, String field, List<Integer> values) throws IOException {
        array(json, field, values, JsonGenerator::writeNumber);
    }

    public static void counts(JsonGenerator json, String field, Map<String, Long> counts) throws IOException {
        json.writeObjectFieldStart(field);
        for (Map.Entry<String, Long> entry : counts.entrySet()) {
            json.writeNumberField(entry.getKey(), entry.getValue());
        }
        json.writeEndObject();
    }

    public static void text(JsonGenerator json, String field, @Nullable String value) throws IOException {
        if (value != null) {
            json.writeStringField(field, value);
        }
    }

    public static void number(JsonGenerator json, String field, OptionalLong value) throws IOException {
        if (value.isPresent()) {
            json.writeNumberField(field, value.getAsLong());
        }
    }

    public static void number(JsonGenerator json, String field, OptionalDouble value) throws IOException {
        if (value.isPresent()) {
            json.writeNumberField(field, thousandths(value.getAsDouble()));
        }
    }

    public static void time(JsonGenerator json, String field, @Nullable Instant value) throws IOException {
        if (value != null) {
            json.writeStringField(field, value.toString());
        }
    }

    public static void seconds(JsonGenerator json, String field, @Nullable Duration value) throws IOException {
        if (value != null) {
            json.writeNumberField(field, seconds(value));
        }
    }

    /** Seconds with milliseconds. */
    public static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    /** With three places behind the point, which is as exact as anything that is measured here. */
    private static double thousandths(double value) {
        return Math.abs(value) < 1e12 ? Math.round(value * 1000) / 1000.0 : value;
    }
}
