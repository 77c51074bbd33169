package io.klamm.scrape.push;

import io.klamm.model.series.Labels;
import io.klamm.model.series.MetricType;
import io.klamm.scrape.exposition.ExpositionException;
import io.klamm.scrape.exposition.ExpositionFormat;
import io.klamm.scrape.exposition.ExpositionReader;
import io.klamm.scrape.exposition.ExpositionReader.Entry;
import java.util.List;
import java.util.Map;

/** Reads a page of text into families. For one page. */
final class PushPage {

    private static final List<String> SUFFIXES = List.of("_bucket", "_sum", "_count", "_total", "_created", "_info");

    private final ExpositionReader reader;
    private final Gathered gathered;

    private PushPage(ExpositionReader reader, Labels group) {
        this.reader = reader;
        this.gathered = new Gathered(group);
    }

    /** The families of a page by name, with the labels of a group. */
    static Map<String, PushedFamily> read(byte[] bytes, int length, ExpositionFormat format, Labels group)
            throws PushRefusedException {
        ExpositionReader reader = ExpositionReader.of(format);
        reader.begin(bytes, 0, length);
        PushPage page = new PushPage(reader, group);
        try {
            page.read();
        } catch (ExpositionException e) {
            throw PushRefusedException.bad("text format parsing error in " + e.getMessage());
        } catch (PushRefusedException e) {
            throw PushRefusedException.bad("line " + reader.line() + ": " + e.getMessage());
        }
        return page.gathered.families();
    }

    private void read() throws ExpositionException, PushRefusedException {
        for (Entry entry = reader.next(); entry != Entry.END; entry = reader.next()) {
            switch (entry) {
                case SAMPLE -> sample();
                case TYPE -> gathered.type(reader.family(), reader.type());
                case HELP -> gathered.help(reader.family(), reader.text());
                case UNIT -> gathered.unit(reader.family(), reader.text());
                case END -> throw new AssertionError("the loop has ended");
            }
        }
    }

    private void sample() throws ExpositionException, PushRefusedException {
        if (reader.hasTimestamp()) {
            throw PushRefusedException.bad("pushed metrics must not have timestamps");
        }
        Labels labels = reader.series().toLabels();
        gathered.sample(family(labels.metricName()), labels, reader.value());
    }

    /** The family of a sample: that of its name, or the one whose name it has with an ending, if that is known and is of a kind with endings. */
    private String family(String name) {
        if (!gathered.hasType(name)) {
            for (String suffix : SUFFIXES) {
                String base = name.endsWith(suffix) ? name.substring(0, name.length() - suffix.length()) : "";
                if (gathered.type(base) != MetricType.UNKNOWN && gathered.type(base) != MetricType.GAUGE) {
                    return base;
                }
            }
        }
        return name;
    }
}
