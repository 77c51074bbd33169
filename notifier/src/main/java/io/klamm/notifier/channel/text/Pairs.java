package io.klamm.notifier.channel.text;

import io.klamm.template.value.Fields;
import io.klamm.template.value.MethodMap;
import io.klamm.template.value.TemplateFunction;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Labels or annotations in the order in which they are shown: {@code alertname} first, then by name. */
final class Pairs extends AbstractList<Fields> implements Fields {

    private static final String FIRST = "alertname";

    private final List<Fields> pairs;

    private Pairs(List<Fields> pairs) {
        this.pairs = List.copyOf(pairs);
    }

    /** A map with the methods of Alertmanager's sets of labels. */
    static MethodMap map(Map<String, String> given, Escape escape) {
        Map<String, String> entries = new TreeMap<>();
        given.forEach((name, value) -> entries.put(escape.apply(name), escape.apply(value)));
        return of(entries);
    }

    private static MethodMap of(Map<String, String> entries) {
        Pairs sorted = sorted(entries);
        Map<String, TemplateFunction> methods = Map.of(
                "SortedPairs", arguments -> sorted,
                "Names", arguments -> sorted.texts("Name"),
                "Values", arguments -> sorted.texts("Value"),
                "Remove", arguments -> without(entries, arguments.list(0)));
        return new MethodMap(entries, methods);
    }

    private static MethodMap without(Map<String, String> entries, List<?> names) {
        Map<String, String> rest = new TreeMap<>(entries);
        names.forEach(rest::remove);
        return of(rest);
    }

    private static Pairs sorted(Map<String, String> entries) {
        List<Fields> pairs = new ArrayList<>();
        entries.forEach((name, value) -> pairs.add(name.equals(FIRST) ? 0 : pairs.size(), pair(name, value)));
        return new Pairs(pairs);
    }

    private static Fields pair(String name, String value) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("Name", name);
        fields.put("Value", value);
        return Fields.of("template.Pair", fields);
    }

    @Override
    public Fields get(int index) {
        return pairs.get(index);
    }

    @Override
    public int size() {
        return pairs.size();
    }

    @Override
    public String typeName() {
        return "template.Pairs";
    }

    @Override
    public boolean hasField(String name) {
        return name.equals("Names") || name.equals("Values") || name.equals("String");
    }

    @Override
    public @Nullable Object field(String name) {
        return switch (name) {
            case "Names" -> method(texts("Name"));
            case "Values" -> method(texts("Value"));
            case "String" -> method(joined());
            default -> null;
        };
    }

    private static TemplateFunction method(Object result) {
        return arguments -> result;
    }

    private List<String> texts(String field) {
        return pairs.stream().map(pair -> String.valueOf(pair.field(field))).toList();
    }

    private String joined() {
        return pairs.stream()
                .map(pair -> pair.field("Name") + "=" + pair.field("Value"))
                .collect(Collectors.joining(", "));
    }
}
