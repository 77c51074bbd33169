package io.klamm.storage.remote.send;

import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a destination has answered.
 *
 * @param status of HTTP; 0 if there was no answer
 * @param headers by name; upper and lower case do not matter
 * @param text the beginning of the body, or why there was no answer
 */
public record Reply(int status, Map<String, String> headers, String text) {

    private static final String SAMPLES_WRITTEN = "X-Prometheus-Remote-Write-Samples-Written";

    public Reply {
        TreeMap<String, String> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        anyCase.putAll(headers);
        headers = anyCase;
    }

    /** There was no answer. */
    public static Reply none(String why) {
        return new Reply(0, Map.of(), why);
    }

    boolean good() {
        return status / 100 == 2;
    }

    /** Whether the same is to be sent again: nobody answered, or something is wrong over there for now. */
    boolean again() {
        return status == 0 || status == 429 || status / 100 == 5;
    }

    /** How many samples it says that it has kept: only version 2 does. */
    OptionalInt samplesWritten() {
        String value = headers.get(SAMPLES_WRITTEN);
        return value != null && value.matches("[0-9]{1,9}")
                ? OptionalInt.of(Integer.parseInt(value))
                : OptionalInt.empty();
    }

    @Nullable
    String header(String name) {
        return headers.get(name);
    }

    /** For a person. */
    String reason() {
        String what = status == 0 ? "no answer" : "status " + status;
        return text.isEmpty() ? what : what + ": " + text;
    }
}
