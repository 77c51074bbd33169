package io.klamm.scrape.push;

import io.klamm.model.series.Labels;
import io.klamm.model.series.Metadata;
import io.klamm.model.series.MetricType;
import io.klamm.scrape.exposition.ExpositionException;
import io.klamm.scrape.exposition.ExpositionFormat;
import io.klamm.scrape.exposition.ExpositionReader;
import io.klamm.scrape.exposition.ExpositionReader.Entry;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A group as a page in the text format, which is how it outlives a restart. Its first sample names the group and says how many samples follow, so that
 * a page which is not whole is known; the next two say when it was pushed. Families follow, each with its kind before its samples.
 */
final class PushText {

    static final String GROUP = "klamm_push_group";

    private static final Pattern CLASSIC = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*");
    private static final double MILLIS = 1e3;

    private PushText() {}

    static String of(PushGroup group) {
        StringBuilder out = new StringBuilder();
        sample(out, group.labels().with(Labels.NAME, GROUP), group.size());
        sample(out, Labels.of(Labels.NAME, PushGroup.PUSH_TIME), group.pushed() / MILLIS);
        sample(out, Labels.of(Labels.NAME, PushGroup.FAILURE_TIME), group.failed() / MILLIS);
        group.families().values().forEach(family -> {
            Metadata metadata = family.metadata();
            String name = name(family.name());
            out.append("# HELP ")
                    .append(name)
                    .append(' ')
                    .append(escaped(metadata.help()))
                    .append('\n');
            out.append("# TYPE ")
                    .append(name)
                    .append(' ')
                    .append(word(metadata.type()))
                    .append('\n');
            family.samples().forEach((labels, value) -> sample(out, labels, value));
        });
        return out.toString();
    }

    private static String word(MetricType type) {
        return type == MetricType.UNKNOWN ? "untyped" : type.word();
    }

    private static void sample(StringBuilder out, Labels labels, double value) {
        String metric = labels.metricName();
        boolean classic = CLASSIC.matcher(metric).matches();
        out.append(classic ? metric + "{" : "{" + name(metric));
        for (int i = 0; i < labels.size(); i++) {
            if (!labels.name(i).equals(Labels.NAME)) {
                out.append(out.charAt(out.length() - 1) == '{' ? "" : ",")
                        .append(name(labels.name(i)))
                        .append("=\"")
                        .append(escaped(labels.value(i)).replace("\"", "\\\""))
                        .append('"');
            }
        }
        out.append("} ").append(number(value)).append('\n');
    }

    private static String name(String name) {
        return CLASSIC.matcher(name).matches() ? name : '"' + escaped(name).replace("\"", "\\\"") + '"';
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n");
    }

    private static String number(double value) {
        if (Double.isInfinite(value)) {
            return value > 0 ? "+Inf" : "-Inf";
        }
        return Double.toString(value);
    }

    /**
     * The group of a page that {@link #of} made.
     *
     * @throws ExpositionException if it is damaged
     */
    static PushGroup read(byte[] bytes) throws ExpositionException {
        ExpositionReader reader = ExpositionReader.of(ExpositionFormat.TEXT);
        reader.begin(bytes, 0, bytes.length);
        Labels labels = head(reader, GROUP).withoutName();
        int size = (int) reader.value();
        head(reader, PushGroup.PUSH_TIME);
        long pushed = Math.round(reader.value() * MILLIS);
        head(reader, PushGroup.FAILURE_TIME);
        long failed = Math.round(reader.value() * MILLIS);
        PushGroup group = new PushGroup(labels, families(reader), pushed, failed);
        if (group.size() != size) {
            throw new ExpositionException(reader.line(), group.size() + " samples (expected: " + size + ")");
        }
        return group;
    }

    private static Labels head(ExpositionReader reader, String name) throws ExpositionException {
        if (reader.next() == Entry.SAMPLE) {
            Labels labels = reader.series().toLabels();
            if (labels.metricName().equals(name)) {
                return labels;
            }
        }
        throw new ExpositionException(reader.line(), "another line (expected: " + name + ")");
    }

    private static Map<String, PushedFamily> families(ExpositionReader reader) throws ExpositionException {
        Map<String, MetricType> types = new HashMap<>();
        Map<String, String> helps = new HashMap<>();
        Map<String, Map<Labels, Double>> samples = new LinkedHashMap<>();
        String family = "";
        for (Entry entry = reader.next(); entry != Entry.END; entry = reader.next()) {
            switch (entry) {
                case HELP -> helps.put(reader.family(), reader.text());
                case TYPE -> {
                    family = reader.family();
                    types.put(family, reader.type());
                }
                case SAMPLE ->
                    samples.computeIfAbsent(family, any -> new LinkedHashMap<>())
                            .put(reader.series().toLabels(), reader.value());
                case UNIT -> {}
                case END -> throw new AssertionError("the loop has ended");
            }
        }
        Map<String, PushedFamily> families = new LinkedHashMap<>();
        samples.forEach((name, values) -> families.put(
                name,
                new PushedFamily(
                        name,
                        new Metadata(types.getOrDefault(name, MetricType.UNKNOWN), helps.getOrDefault(name, ""), ""),
                        values)));
        return families;
    }
}
