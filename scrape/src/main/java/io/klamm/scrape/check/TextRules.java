package io.klamm.scrape.check;

import io.klamm.model.series.Labels;
import io.klamm.model.series.MetricType;
import io.klamm.scrape.exposition.ExposedLabels;
import io.klamm.scrape.exposition.ExpositionException;
import io.klamm.scrape.exposition.ExpositionReader;
import io.klamm.scrape.exposition.ExpositionReader.Entry;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The rules of the text format that go beyond the form of a line, as promtool has them. For one page. */
final class TextRules {

    private final ExpositionReader reader;
    private final Map<String, TextFamily> families = new LinkedHashMap<>();

    TextRules(ExpositionReader reader) {
        this.reader = reader;
    }

    /** Reads the page to its end, and tells its metrics in their order; the first rule that is broken ends it. */
    Collection<TextFamily> check() throws ExpositionException {
        Entry entry = reader.next();
        while (entry != Entry.END) {
            switch (entry) {
                case SAMPLE -> sample();
                case HELP -> help(familyOf(reader.family()));
                case TYPE -> type(familyOf(reader.family()));
                case UNIT, END -> {}
            }
            entry = reader.next();
        }
        return families.values();
    }

    private TextFamily familyOf(String name) {
        return families.computeIfAbsent(name, added -> new TextFamily(added, reader.line()));
    }

    private void help(TextFamily family) throws ExpositionException {
        if (family.described) {
            throw mistake("second HELP line for metric name \"" + family.name + "\"");
        }
        family.described = true;
        family.help = reader.textTo() > reader.textFrom();
    }

    private void type(TextFamily family) throws ExpositionException {
        if (!family.type(reader.type())) {
            throw mistake("second TYPE line for metric name \"" + family.name + "\", or TYPE reported after samples");
        }
    }

    private void sample() throws ExpositionException {
        requireOneLine();
        ExposedLabels exposed = reader.series();
        TextFamily family = familyOfSample(exposed.metricName());
        Labels labels = exposed.toLabels();
        requireNumber(labels, "le", family.type() == MetricType.HISTOGRAM);
        requireNumber(labels, "quantile", family.type() == MetricType.SUMMARY);
        family.sample(labels);
    }

    private void requireOneLine() throws ExpositionException {
        byte[] bytes = reader.bytes();
        for (int i = reader.seriesFrom(); i < reader.seriesTo(); i++) {
            if (bytes[i] == '\n') {
                throw mistake("a label value contains an unescaped new-line (expected: \\n)");
            }
        }
    }

    private void requireNumber(Labels labels, String label, boolean required) throws ExpositionException {
        String value = labels.get(label);
        if (required && labels.has(label) && !value.equals("NaN") && Double.isNaN(SampleRules.number(value))) {
            throw mistake("expected float as value for '" + label + "' label, got \"" + value + "\"");
        }
    }

    private TextFamily familyOfSample(String name) {
        TextFamily exact = families.get(name);
        if (exact != null) {
            return exact;
        }
        TextFamily parts = partOf(name, MetricType.SUMMARY, List.of("_count", "_sum"));
        parts = parts != null ? parts : partOf(name, MetricType.HISTOGRAM, List.of("_bucket", "_count", "_sum"));
        return Objects.requireNonNullElseGet(parts, () -> familyOf(name));
    }

    private @Nullable TextFamily partOf(String name, MetricType type, List<String> suffixes) {
        for (String suffix : suffixes) {
            if (name.endsWith(suffix)) {
                TextFamily family = families.get(name.substring(0, name.length() - suffix.length()));
                if (family != null && family.type() == type) {
                    return family;
                }
            }
        }
        return null;
    }

    private ExpositionException mistake(String problem) {
        return new ExpositionException(reader.line(), problem);
    }
}
