package io.klamm.template.functions;

import io.klamm.template.format.GoJson;
import io.klamm.template.format.GoValue;
import io.klamm.template.time.GoLayout;
import io.klamm.template.value.Arguments;
import io.klamm.template.value.Functions;
import io.klamm.template.value.SafeHtml;
import io.klamm.template.value.TemplateFunction;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The functions that Alertmanager gives to the templates of messages. */
public final class AlertmanagerFunctions {

    private AlertmanagerFunctions() {}

    /**
     * All of them.
     *
     * @param clock by which {@code since} counts
     */
    public static Functions of(Clock clock) {
        Map<String, TemplateFunction> all = new HashMap<>(texts());
        all.put("date", AlertmanagerFunctions::date);
        all.put("tz", AlertmanagerFunctions::inZone);
        all.put("since", arguments -> since(time(arguments.exactly(1), 0), clock));
        all.put("humanizeDuration", arguments -> Humanize.duration(PrometheusFunctions.number(arguments)));
        all.put("toJson", arguments -> GoJson.text(arguments.exactly(1).value(0)));
        all.put("list", arguments -> List.copyOf(present(arguments.all())));
        all.put("append", AlertmanagerFunctions::append);
        all.put("dict", AlertmanagerFunctions::dict);
        return Functions.of(all);
    }

    private static Map<String, TemplateFunction> texts() {
        Map<String, TemplateFunction> all = new HashMap<>();
        all.put("toUpper", arguments -> arguments.exactly(1).text(0).toUpperCase(Locale.ROOT));
        all.put("toLower", arguments -> arguments.exactly(1).text(0).toLowerCase(Locale.ROOT));
        all.put("title", arguments -> Words.titleCase(arguments.exactly(1).text(0)));
        all.put("trimSpace", arguments -> arguments.exactly(1).text(0).strip());
        all.put("join", arguments -> join(arguments.exactly(2).text(0), arguments.list(1)));
        all.put("match", arguments -> Regexes.matches(arguments.exactly(2).text(0), arguments.text(1)));
        all.put("reReplaceAll", Words::reReplaceAll);
        all.put("safeHtml", arguments -> new SafeHtml(arguments.exactly(1).text(0)));
        all.put("safeUrl", arguments -> arguments.exactly(1).text(0));
        all.put(
                "urlUnescape",
                arguments -> URLDecoder.decode(arguments.exactly(1).text(0), StandardCharsets.UTF_8));
        all.put("stringSlice", arguments -> List.copyOf(present(arguments.all())));
        return all;
    }

    private static List<Object> present(List<? extends @Nullable Object> values) {
        List<Object> present = new ArrayList<>();
        for (Object value : values) {
            present.add(value == null ? "" : value);
        }
        return present;
    }

    private static String join(String separator, List<?> values) {
        return values.stream().map(GoValue::text).collect(Collectors.joining(separator));
    }

    private static String date(Arguments arguments) {
        ZonedDateTime time = time(arguments.exactly(2), 1);
        return new GoLayout(arguments.text(0)).format(time.toInstant(), time.getZone());
    }

    private static ZonedDateTime inZone(Arguments arguments) {
        String name = arguments.exactly(2).text(0);
        try {
            return time(arguments, 1).withZoneSameInstant(ZoneId.of(name.isEmpty() ? "UTC" : name));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("unknown time zone " + name, e);
        }
    }

    private static Duration since(ZonedDateTime time, Clock clock) {
        return Duration.between(time.toInstant(), clock.instant());
    }

    private static ZonedDateTime time(Arguments arguments, int index) {
        Object value = arguments.value(index);
        if (value instanceof ZonedDateTime zoned) {
            return zoned;
        }
        if (value instanceof Instant instant) {
            return instant.atZone(ZoneOffset.UTC);
        }
        throw arguments.wrongType(index, "time.Time");
    }

    private static List<Object> append(Arguments arguments) {
        List<Object> longer = new ArrayList<>(arguments.atLeast(1).list(0));
        longer.addAll(present(arguments.from(1)));
        return longer;
    }

    private static Map<String, Object> dict(Arguments arguments) {
        if (arguments.size() % 2 != 0) {
            throw new IllegalArgumentException("dict expects an even number of arguments");
        }
        Map<String, Object> dict = new TreeMap<>();
        for (int i = 0; i < arguments.size(); i += 2) {
            Object value = arguments.value(i + 1);
            dict.put(arguments.text(i), value == null ? "" : value);
        }
        return dict;
    }
}
