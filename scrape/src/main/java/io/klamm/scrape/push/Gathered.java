package io.klamm.scrape.push;

import io.klamm.model.series.Labels;
import io.klamm.model.series.LabelsBuilder;
import io.klamm.model.series.Metadata;
import io.klamm.model.series.MetricType;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Families as they come out of a pushed page; the labels of the group win over those of the page. For one page. */
final class Gathered {

    /** When something was pushed is written here, whatever a page says. */
    private static final Set<String> OWN = Set.of(PushGroup.PUSH_TIME, PushGroup.FAILURE_TIME);

    private final Labels group;
    private final Map<String, MetricType> types = new HashMap<>();
    private final Map<String, String> helps = new HashMap<>();
    private final Map<String, String> units = new HashMap<>();
    private final Map<String, Map<Labels, Double>> samples = new LinkedHashMap<>();

    Gathered(Labels group) {
        this.group = group;
    }

    /** A family's kind, which may be told once, and before its samples. */
    void type(String family, MetricType type) throws PushRefusedException {
        if (types.put(family, type) != null) {
            throw PushRefusedException.bad("second TYPE line for metric name \"" + family + "\"");
        }
        if (samples.containsKey(family)) {
            throw PushRefusedException.bad("TYPE reported after samples of \"" + family + "\"");
        }
    }

    /** A family's kind; unknown if it was not told. */
    MetricType type(String family) {
        return types.getOrDefault(family, MetricType.UNKNOWN);
    }

    boolean hasType(String family) {
        return types.containsKey(family);
    }

    void help(String family, String help) {
        helps.putIfAbsent(family, help);
    }

    void unit(String family, String unit) {
        units.putIfAbsent(family, unit);
    }

    /** @param written the labels that the page has, the name among them */
    void sample(String family, Labels written, double value) throws PushRefusedException {
        if (written.metricName().equals(PushText.GROUP)) {
            throw PushRefusedException.bad(PushText.GROUP + " is a name of Klamm's own (expected: another)");
        }
        LabelsBuilder labels = written.builder();
        for (int i = 0; i < group.size(); i++) {
            labels.set(group.name(i), group.value(i));
        }
        Labels all = labels.build();
        if (samples.computeIfAbsent(family, any -> new LinkedHashMap<>()).put(all, value) != null) {
            throw PushRefusedException.bad(
                    all + " was there before with the same name and label values (expected: each once)");
        }
    }

    /** All families that have samples, by name. */
    Map<String, PushedFamily> families() {
        Map<String, PushedFamily> families = new LinkedHashMap<>();
        samples.forEach((name, values) -> {
            if (!OWN.contains(name)) {
                Metadata metadata =
                        new Metadata(type(name), helps.getOrDefault(name, ""), units.getOrDefault(name, ""));
                families.put(name, new PushedFamily(name, metadata, values));
            }
        });
        return families;
    }
}
