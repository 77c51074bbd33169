package io.klamm.scrape.check;

import io.klamm.model.series.Labels;
import io.klamm.model.series.MetricType;
import io.klamm.scrape.exposition.ExposedLabels;
import io.klamm.scrape.exposition.ExpositionException;
import io.klamm.scrape.exposition.ExpositionReader;
import io.klamm.scrape.exposition.ExpositionReader.Entry;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules of OpenMetrics 1.0 that go beyond the form of a line: what families, metrics and samples must be to each other. For one page. */
final class OpenMetricsRules {

    private final ExpositionReader reader;
    private final Set<String> names = new HashSet<>();

    @Nullable
    private OpenMetricsFamily family;

    OpenMetricsRules(ExpositionReader reader) {
        this.reader = reader;
    }

    /** Reads the page to its end; the first rule that is broken ends it. */
    void check() throws ExpositionException {
        Entry entry = reader.next();
        while (entry != Entry.END) {
            if (entry == Entry.SAMPLE) {
                sample();
            } else {
                describe(entry);
            }
            entry = reader.next();
        }
        finish();
    }

    private void describe(Entry entry) throws ExpositionException {
        String name = reader.family();
        OpenMetricsFamily described = family;
        if (described == null || !described.name.equals(name)) {
            described = begin(name);
        } else if (described.sampled()) {
            throw mistake("# " + entry + " of " + name + " after its samples (expected: before)");
        }
        boolean first = entry == Entry.TYPE
                ? described.type(reader.type())
                : entry == Entry.HELP ? described.help() : described.unit(reader.text());
        if (!first) {
            throw mistake("a second # " + entry + " of " + name + " (expected: one)");
        }
    }

    private OpenMetricsFamily begin(String name) throws ExpositionException {
        finish();
        OpenMetricsFamily next = new OpenMetricsFamily(name, reader.line());
        family = next;
        return next;
    }

    private void finish() throws ExpositionException {
        OpenMetricsFamily done = family;
        if (done == null) {
            return;
        }
        for (String suffix : suffixesAndNone(done.type())) {
            if (!names.add(done.name + suffix)) {
                throw new ExpositionException(
                        done.line,
                        "metric " + done.name + ": the name " + done.name + suffix + " is taken by a metric above");
            }
        }
        if (!done.unit().isEmpty() && (done.type() == MetricType.INFO || done.type() == MetricType.STATESET)) {
            throw new ExpositionException(
                    done.line, "a unit of the " + done.type().word() + " " + done.name + " (expected: none)");
        }
        String problem = done.histogram.finish();
        if (!problem.isEmpty()) {
            throw new ExpositionException(done.line, problem);
        }
    }

    private static Set<String> suffixesAndNone(MetricType type) {
        Set<String> suffixes = new HashSet<>(OpenMetricsFamily.suffixes(type));
        suffixes.add("");
        return suffixes;
    }

    private void sample() throws ExpositionException {
        ExposedLabels exposed = reader.series();
        String name = exposed.metricName();
        OpenMetricsFamily current = family;
        if (current == null || !current.takes(name)) {
            current = begin(name);
        }
        current.sample();
        Labels labels = exposed.toLabels();
        String suffix = name.substring(current.name.length());
        require(SampleRules.problem(current.name, current.type(), suffix, labels, reader.value()));
        require(ExemplarRules.problem(reader, current.type(), suffix));
        Labels group = group(current, suffix, labels);
        boolean timed = reader.hasTimestamp();
        double seconds = timed ? reader.timestampSeconds() : Double.NaN;
        require(current.groups.add(group, labels, timed, seconds, current.type() == MetricType.INFO));
        if (current.type() == MetricType.HISTOGRAM || current.type() == MetricType.GAUGEHISTOGRAM) {
            double bound = SampleRules.number(labels.get("le"));
            require(current.histogram.add(group, seconds, suffix, bound, reader.value()));
        }
    }

    /** The labels that make the metric: without those that tell its samples apart. Metrics of infos cannot be told apart from their samples. */
    private static Labels group(OpenMetricsFamily family, String suffix, Labels labels) {
        Labels own = labels.withoutName();
        return switch (family.type()) {
            case INFO -> Labels.EMPTY;
            case SUMMARY -> suffix.isEmpty() ? own.without(List.of("quantile")) : own;
            case STATESET -> own.without(List.of(family.name));
            case HISTOGRAM, GAUGEHISTOGRAM -> suffix.equals("_bucket") ? own.without(List.of("le")) : own;
            case COUNTER, GAUGE, UNKNOWN -> own;
        };
    }

    private void require(String problem) throws ExpositionException {
        if (!problem.isEmpty()) {
            throw mistake(problem);
        }
    }

    private ExpositionException mistake(String problem) {
        return new ExpositionException(reader.line(), problem);
    }
}
