package io.klamm.template.functions;

import io.klamm.template.format.GoJson;
import io.klamm.template.time.GoLayout;
import io.klamm.template.value.Arguments;
import io.klamm.template.value.Fields;
import io.klamm.template.value.Functions;
import io.klamm.template.value.TemplateFunction;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongBinaryOperator;
import org.jspecify.annotations.Nullable;

/** The functions that Burrow gives to the templates of its notifiers. */
public final class BurrowFunctions {

    private static final List<String> COUNTED = List.of("warn", "stop", "stall", "rewind", "unknown");

    private BurrowFunctions() {}

    /**
     * All of them. A partition is a {@link Fields} with Topic, Status and CurrentLag, a group's result one with Partitions.
     *
     * @param zone of the times that {@code formattimestamp} writes
     */
    public static Functions of(ZoneId zone) {
        Map<String, TemplateFunction> all = new HashMap<>();
        all.put("jsonencoder", arguments -> GoJson.text(arguments.exactly(1).value(0)));
        all.put("topicsbystatus", arguments -> topicsByStatus(partitionsOf(arguments.exactly(1))));
        all.put("partitioncounts", arguments -> counts(partitionsOf(arguments.exactly(1))));
        all.put("add", math(Math::addExact));
        all.put("minus", math(Math::subtractExact));
        all.put("multiply", math(Math::multiplyExact));
        all.put("divide", math(BurrowFunctions::divide));
        all.put("maxlag", arguments -> maxLag(arguments.exactly(1).value(0)));
        all.put("formattimestamp", arguments -> timestamp(arguments.exactly(2), zone));
        return Functions.of(all);
    }

    private static TemplateFunction math(LongBinaryOperator operator) {
        return arguments -> operator.applyAsLong(arguments.exactly(2).whole(0), arguments.whole(1));
    }

    private static long divide(long left, long right) {
        if (right == 0) {
            throw new IllegalArgumentException("runtime error: integer divide by zero");
        }
        return left / right;
    }

    private static List<?> partitionsOf(Arguments arguments) {
        Object value = arguments.value(0);
        Object partitions = value instanceof Fields result ? result.field("Partitions") : value;
        if (partitions instanceof List<?> list) {
            return list;
        }
        throw arguments.wrongType(0, "[]*protocol.PartitionStatus");
    }

    private static Map<String, List<String>> topicsByStatus(List<?> partitions) {
        Map<String, List<String>> topics = new TreeMap<>();
        for (Object partition : partitions) {
            List<String> same = topics.computeIfAbsent(field(partition, "Status"), status -> new ArrayList<>());
            String topic = field(partition, "Topic");
            if (!same.contains(topic)) {
                same.add(topic);
            }
        }
        return topics;
    }

    private static Map<String, Long> counts(List<?> partitions) {
        Map<String, Long> counts = new TreeMap<>();
        COUNTED.forEach(status -> counts.put(status, 0L));
        for (Object partition : partitions) {
            String status = field(partition, "Status").toLowerCase(Locale.ROOT);
            counts.merge(COUNTED.contains(status) ? status : "unknown", 1L, Long::sum);
        }
        return counts;
    }

    private static String field(@Nullable Object of, String name) {
        Object value = of instanceof Fields fields ? fields.field(name) : null;
        return value == null ? "" : value.toString();
    }

    private static long maxLag(@Nullable Object partition) {
        Object lag = partition instanceof Fields fields ? fields.field("CurrentLag") : null;
        return lag instanceof Number number ? number.longValue() : 0;
    }

    private static String timestamp(Arguments arguments, ZoneId zone) {
        return new GoLayout(arguments.text(1)).format(Instant.ofEpochMilli(arguments.whole(0)), zone);
    }
}
