package io.klamm.cmd.text;

import io.klamm.storage.StoreAnalysis;
import io.klamm.storage.StoreAnalysis.BlockSize;
import io.klamm.storage.StoreAnalysis.Count;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** What is in a store, as tables for a terminal. */
public final class AnalysisText {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final String[] UNITS = {"B", "KiB", "MiB", "GiB", "TiB"};

    private final StoreAnalysis analysis;
    private final ZoneId zone;
    private final StringBuilder out = new StringBuilder();

    private AnalysisText(StoreAnalysis analysis, ZoneId zone) {
        this.analysis = analysis;
        this.zone = zone;
    }

    /**
     * Totals, blocks, and what most of it comes from.
     *
     * @param zone in which times are told
     */
    public static String of(StoreAnalysis analysis, ZoneId zone) {
        return new AnalysisText(analysis, zone).text();
    }

    private String text() {
        totals();
        blocks();
        list("Metrics with the most series", "METRIC", "SERIES", analysis.metrics());
        list("Labels with the most values", "LABEL", "VALUES", analysis.labels());
        list("Labels whose values take the most bytes", "LABEL", "BYTES", analysis.labelBytes());
        list("Labels in the most series", "LABEL=VALUE", "SERIES", analysis.pairs());
        return out.toString();
    }

    private void totals() {
        StoreAnalysis.Head head = analysis.head();
        line("Series", number(analysis.series()) + ", " + number(head.series()) + " of them in memory");
        line("Label pairs", number(analysis.labelPairs()));
        line("Samples", number(analysis.samples()) + ", " + number(head.samples()) + " of them in memory");
        if (analysis.oldest() <= analysis.newest()) {
            line("From", time(analysis.oldest()));
            line("To", time(analysis.newest()));
        }
        line(
                "Blocks",
                size(
                        analysis.blockBytes(),
                        analysis.bytesPerBlockSample(),
                        "none yet (the first is cut after two to three hours)"));
        line(
                "Sealed chunks",
                size(
                        head.sealedBytes(),
                        analysis.bytesPerSealedSample(),
                        "none yet (after 120 samples or half an hour)"));
        line("Log", bytes(analysis.logBytes()));
    }

    private static String size(long bytes, OptionalDouble perSample, String none) {
        return perSample.isEmpty()
                ? none
                : bytes(bytes) + String.format(Locale.ROOT, ", %.2f bytes a sample", perSample.getAsDouble());
    }

    private void line(String name, String value) {
        out.append(String.format(Locale.ROOT, "%-14s %s%n", name, value));
    }

    private void blocks() {
        if (analysis.blocks().isEmpty()) {
            return;
        }
        Table table = new Table()
                .text("BLOCK")
                .text("FROM")
                .text("TO")
                .number("LEVEL")
                .number("SERIES")
                .number("SAMPLES")
                .number("SIZE")
                .number("BYTES/SAMPLE");
        for (BlockSize block : analysis.blocks()) {
            table.row(
                    block.id(),
                    time(block.from()),
                    time(block.to()),
                    block.level(),
                    number(block.series()),
                    number(block.samples()),
                    bytes(block.bytes()),
                    block.samples() == 0
                            ? "-"
                            : String.format(Locale.ROOT, "%.2f", (double) block.bytes() / block.samples()));
        }
        out.append('\n').append(table.render());
    }

    private void list(String title, String name, String amount, List<Count> counts) {
        if (counts.isEmpty()) {
            return;
        }
        Table table = new Table().text(name).number(amount);
        counts.forEach(count -> table.row(count.name(), number(count.count())));
        out.append('\n').append(title).append('\n').append(table.render());
    }

    private String time(long millis) {
        return TIME.format(Instant.ofEpochMilli(millis).atZone(zone));
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    static String bytes(long bytes) {
        double amount = bytes;
        int unit = 0;
        while (amount >= 1024 && unit < UNITS.length - 1) {
            amount /= 1024;
            unit++;
        }
        return unit == 0 ? bytes + " B" : String.format(Locale.ROOT, "%.1f %s", amount, UNITS[unit]);
    }
}
