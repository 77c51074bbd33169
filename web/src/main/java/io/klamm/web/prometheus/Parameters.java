package io.klamm.web.prometheus;

import io.klamm.model.series.LabelText;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parameters of a request, from its query and its form: each may be given several times, and those that nobody knows do no harm. */
final class Parameters {

    private static final int MOST = 10_000;

    private final Map<String, List<String>> values = new LinkedHashMap<>();

    private Parameters() {}

    /**
     * Takes both apart; what the form has comes first, as in Go.
     *
     * @param query without its question mark, possibly empty
     * @param form possibly empty
     */
    static Parameters of(String query, byte[] form) throws ApiProblem {
        Parameters parameters = new Parameters();
        parameters.add(new String(form, StandardCharsets.UTF_8));
        parameters.add(query);
        return parameters;
    }

    private void add(String encoded) throws ApiProblem {
        if (encoded.isEmpty()) {
            return;
        }
        String[] parts = encoded.split("&", MOST + 1);
        if (parts.length > MOST) {
            throw ApiProblem.badData("error parsing form values: too many parameters (expected: at most " + MOST + ")");
        }
        for (String part : parts) {
            int equals = part.indexOf('=');
            String name = decode(equals < 0 ? part : part.substring(0, equals));
            String value = equals < 0 ? "" : decode(part.substring(equals + 1));
            if (!name.isEmpty()) {
                values.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
            }
        }
    }

    private static String decode(String text) throws ApiProblem {
        if (text.indexOf('%') < 0) {
            return text.replace('+', ' ');
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '+') {
                out.write(' ');
            } else if (bytes[i] == '%') {
                out.write(octet(text, bytes, i + 1));
                i += 2;
            } else {
                out.write(bytes[i]);
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static int octet(String text, byte[] bytes, int at) throws ApiProblem {
        int high = at + 1 < bytes.length ? Character.digit(bytes[at], 16) : -1;
        int low = at + 1 < bytes.length ? Character.digit(bytes[at + 1], 16) : -1;
        if (high < 0 || low < 0) {
            String rest = text.substring(text.indexOf('%'), Math.min(text.length(), text.indexOf('%') + 3));
            throw ApiProblem.badData("error parsing form values: invalid URL escape " + LabelText.quote(rest));
        }
        return high << 4 | low;
    }

    /** The first value; empty if there is none. */
    String get(String name) {
        return values.getOrDefault(name, List.of("")).get(0);
    }

    boolean has(String name) {
        return !get(name).isEmpty();
    }

    /** All values, in the order in which they came. */
    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }
}
