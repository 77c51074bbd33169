package io.klamm.web.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parameters of a request as other programs' clients send them: each any number of times, and those that nobody knows do no harm. */
public final class Parameters {

    private static final int MOST = 1_000;

    private final Map<String, List<String>> values = new LinkedHashMap<>();

    private Parameters() {}

    /** Takes a raw query apart, without its question mark. */
    public static Parameters parse(@Nullable String raw) throws Refused {
        Parameters parameters = new Parameters();
        if (raw == null || raw.isEmpty()) {
            return parameters;
        }
        String[] parts = raw.split("&", MOST + 1);
        if (parts.length > MOST) {
            throw new Refused(ApiError.badRequest("query: too many parameters (expected: at most " + MOST + ")"));
        }
        for (String part : parts) {
            int equals = part.indexOf('=');
            String name = Uri.decode(equals < 0 ? part : part.substring(0, equals), true);
            String value = equals < 0 ? "" : Uri.decode(part.substring(equals + 1), true);
            parameters.values.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
        }
        return parameters;
    }

    /** The first value; empty if there is none. */
    public String get(String name) {
        return values.getOrDefault(name, List.of("")).get(0);
    }

    /** All values that are not empty, in the order in which they came. */
    public List<String> all(String name) {
        return values.getOrDefault(name, List.of()).stream()
                .filter(value -> !value.isEmpty())
                .toList();
    }
}
