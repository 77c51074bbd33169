package io.klamm.web.http;

import io.klamm.web.tables.PageRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parameters of a request; each is checked when it is read, and one that nobody knows is refused. */
public final class Query {

    private static final int MAX_PAGE_SIZE = 1000;
    private static final int MAX_SEARCH = 249;

    private final Map<String, String> parameters = new LinkedHashMap<>();

    private Query() {}

    /** Takes a raw query apart, without its question mark. */
    public static Query parse(@Nullable String raw) throws Refused {
        Query query = new Query();
        if (raw == null || raw.isEmpty()) {
            return query;
        }
        for (String part : raw.split("&", -1)) {
            if (part.isEmpty()) {
                continue;
            }
            int equals = part.indexOf('=');
            String name = Uri.decode(equals < 0 ? part : part.substring(0, equals), true);
            String value = equals < 0 ? "" : Uri.decode(part.substring(equals + 1), true);
            if (query.parameters.put(name, value) != null) {
                throw refused(name, "given twice", "once");
            }
        }
        return query;
    }

    public void allowOnly(String... names) throws Refused {
        List<String> allowed = List.of(names);
        for (String name : parameters.keySet()) {
            if (!allowed.contains(name)) {
                throw refused(
                        name,
                        "no such parameter",
                        allowed.isEmpty() ? "no parameters" : "one of " + String.join(", ", allowed));
            }
        }
    }

    @Nullable
    public String text(String name) {
        return parameters.get(name);
    }

    public PageRequest page() throws Refused {
        return new PageRequest(number("page", 1, 1, Integer.MAX_VALUE), number("pageSize", 100, 1, MAX_PAGE_SIZE));
    }

    public String search() throws Refused {
        String value = parameters.getOrDefault("search", "");
        if (value.length() > MAX_SEARCH) {
            throw refused("search", value.length() + " characters", "at most " + MAX_SEARCH);
        }
        return value;
    }

    public boolean descending() throws Refused {
        return choice("order", List.of("asc", "desc")).equals("desc");
    }

    public boolean flag(String name, boolean otherwise) throws Refused {
        String otherwiseText = Boolean.toString(otherwise);
        return choice(name, List.of(otherwiseText, Boolean.toString(!otherwise)))
                .equals("true");
    }

    /** One of several words, the first of which is the default. */
    public String choice(String name, List<String> words) throws Refused {
        String value = parameters.getOrDefault(name, words.get(0));
        if (!words.contains(value)) {
            throw refused(name, value, "one of " + String.join(", ", words));
        }
        return value;
    }

    /** A whole number from {@code least} to {@code most}. */
    public int number(String name, int otherwise, int least, int most) throws Refused {
        String value = parameters.get(name);
        if (value == null) {
            return otherwise;
        }
        long number = value.matches("[0-9]{1,10}") ? Long.parseLong(value) : -1;
        if (number < least || number > most) {
            throw refused(name, value, "a number from " + least + " to " + most);
        }
        return (int) number;
    }

    private static Refused refused(String name, String value, String expected) {
        return new Refused(ApiError.badRequest(name + ": " + value + " (expected: " + expected + ")"));
    }
}
