package io.klamm.template.functions;

import io.klamm.template.format.GoEscape;
import io.klamm.template.format.GoValue;
import io.klamm.template.value.Arguments;
import io.klamm.template.value.Fields;
import io.klamm.template.value.Functions;
import io.klamm.template.value.SafeHtml;
import io.klamm.template.value.TemplateFunction;
import io.klamm.template.value.TypeNames;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The functions that Prometheus gives to the templates of rules. */
public final class PrometheusFunctions {

    private static final String VALUE_LABEL = "__value__";

    private PrometheusFunctions() {}

    /**
     * All of them.
     *
     * @param query answers {@code query}
     * @param now the time of the evaluation
     * @param externalUrl under which the server is reached
     */
    public static Functions of(Query query, Instant now, String externalUrl) {
        Map<String, TemplateFunction> all = new HashMap<>(Texts.functions());
        all.putAll(numbers());
        all.put("query", arguments -> samples(query, arguments.exactly(1).text(0)));
        all.put("first", PrometheusFunctions::first);
        all.put("label", arguments -> label(arguments.exactly(2).text(0), arguments));
        all.put("value", arguments -> sample(arguments.exactly(1), 0).field("Value"));
        all.put("strvalue", arguments -> label(VALUE_LABEL, arguments.exactly(1)));
        all.put("sortByLabel", PrometheusFunctions::sortByLabel);
        all.put("args", PrometheusFunctions::args);
        all.put("now", arguments -> seconds(now));
        all.put("pathPrefix", arguments -> pathOf(externalUrl));
        all.put("externalURL", arguments -> externalUrl);
        return Functions.of(all);
    }

    private static Map<String, TemplateFunction> numbers() {
        return Map.of(
                "humanize", arguments -> Humanize.si(number(arguments)),
                "humanize1024", arguments -> Humanize.binary(number(arguments)),
                "humanizeDuration", arguments -> Humanize.duration(number(arguments)),
                "humanizePercentage", arguments -> Humanize.percentage(number(arguments)),
                "humanizeTimestamp", PrometheusFunctions::humanizeTimestamp,
                "toTime", arguments -> time(number(arguments)),
                "toDuration", arguments -> Duration.ofNanos((long) (number(arguments) * 1e9)),
                "parseDuration",
                        arguments ->
                                PrometheusDuration.seconds(arguments.exactly(1).text(0)));
    }

    private static List<Fields> samples(Query query, String promql) {
        return query.query(promql).stream().map(PrometheusFunctions::fields).toList();
    }

    private static Fields fields(QuerySample sample) {
        Map<String, Object> fields = new TreeMap<>();
        fields.put("Labels", sample.labels());
        fields.put("Value", sample.value());
        return Fields.of("*template.sample", fields);
    }

    private static Object first(Arguments arguments) {
        List<?> samples = arguments.exactly(1).list(0);
        if (samples.isEmpty()) {
            throw new IllegalArgumentException("first() called on vector with no elements");
        }
        return samples.get(0);
    }

    private static Fields sample(Arguments arguments, int index) {
        if (arguments.value(index) instanceof Fields sample && sample.hasField("Value")) {
            return sample;
        }
        throw arguments.wrongType(index, "*template.sample");
    }

    private static String label(String name, Arguments arguments) {
        Object labels = sample(arguments, arguments.size() - 1).field("Labels");
        Object value = labels instanceof Map<?, ?> map ? map.get(name) : null;
        return value == null ? "" : value.toString();
    }

    private static List<?> sortByLabel(Arguments arguments) {
        String name = arguments.exactly(2).text(0);
        List<Object> sorted = new ArrayList<>(arguments.list(1));
        sorted.sort(Comparator.comparing(sample -> labelOf(sample, name)));
        return sorted;
    }

    private static String labelOf(Object sample, String name) {
        Object labels = sample instanceof Fields fields ? fields.field("Labels") : null;
        Object value = labels instanceof Map<?, ?> map ? map.get(name) : null;
        return value == null ? "" : value.toString();
    }

    private static Map<String, Object> args(Arguments arguments) {
        Map<String, Object> named = new TreeMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            Object value = arguments.value(i);
            named.put("arg" + i, value == null ? "" : value);
        }
        return named;
    }

    private static String humanizeTimestamp(Arguments arguments) {
        double seconds = number(arguments);
        return Double.isNaN(seconds) || Double.isInfinite(seconds) ? Humanize.si(seconds) : GoValue.text(time(seconds));
    }

    private static Instant time(double seconds) {
        if (Double.isNaN(seconds) || Math.abs(seconds) > 1e11) {
            throw new IllegalArgumentException(
                    Humanize.shortest(seconds) + " cannot be represented as a nanoseconds timestamp");
        }
        return Instant.ofEpochMilli(Math.round(seconds * 1000));
    }

    private static double seconds(Instant time) {
        return time.toEpochMilli() / 1000.0;
    }

    private static String pathOf(String url) {
        String path = URI.create(url).getPath();
        return path == null ? "" : path;
    }

    /** Any kind of number, or the text of one. */
    static double number(Arguments arguments) {
        Object value = arguments.exactly(1).value(0);
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        if (value instanceof Duration duration) {
            return duration.toNanos() / 1e9;
        }
        if (value instanceof String text) {
            return parsed(text);
        }
        throw new IllegalArgumentException(
                "can't convert " + (value == null ? "<nil>" : TypeNames.of(value)) + " to float");
    }

    private static double parsed(String text) {
        try {
            return switch (text.toLowerCase(Locale.ROOT)) {
                case "inf", "+inf" -> Double.POSITIVE_INFINITY;
                case "-inf" -> Double.NEGATIVE_INFINITY;
                case "nan" -> Double.NaN;
                default -> Double.parseDouble(text);
            };
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("strconv.ParseFloat: parsing \"" + text + "\": invalid syntax", e);
        }
    }

    /** Functions on texts. */
    private static final class Texts {

        private Texts() {}

        static Map<String, TemplateFunction> functions() {
            Map<String, TemplateFunction> all = new HashMap<>();
            all.put("toUpper", arguments -> arguments.exactly(1).text(0).toUpperCase(Locale.ROOT));
            all.put("toLower", arguments -> arguments.exactly(1).text(0).toLowerCase(Locale.ROOT));
            all.put("title", arguments -> Words.title(arguments.exactly(1).text(0)));
            all.put("match", arguments -> Regexes.matches(arguments.exactly(2).text(0), arguments.text(1)));
            all.put("reReplaceAll", Words::reReplaceAll);
            all.put("safeHtml", arguments -> new SafeHtml(arguments.exactly(1).text(0)));
            all.put("graphLink", arguments -> link(arguments, 0));
            all.put("tableLink", arguments -> link(arguments, 1));
            all.put(
                    "stripPort",
                    arguments -> HostNames.withoutPort(arguments.exactly(1).text(0)));
            all.put(
                    "stripDomain",
                    arguments -> HostNames.withoutDomain(arguments.exactly(1).text(0)));
            all.put(
                    "urlQueryEscape",
                    arguments -> GoEscape.query(arguments.exactly(1).text(0)));
            return all;
        }

        private static String link(Arguments arguments, int tab) {
            return "/graph?g0.expr=" + GoEscape.query(arguments.exactly(1).text(0)) + "&g0.tab=" + tab;
        }
    }
}
