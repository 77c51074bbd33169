package io.klamm.tsdb.head;

/**
 * What the store refuses with {@link io.klamm.storage.Outcome#LIMIT}; each at least 1.
 *
 * @param series at most so many series at once
 * @param seriesPerWriter at most so many series of one appender
 * @param samplesPerBatch at most so many samples of one batch
 * @param labels at most so many labels of one series
 * @param labelNameBytes at most so many bytes of UTF-8 in a label's name
 * @param labelValueBytes at most so many bytes of UTF-8 in a label's value
 * @param families at most so many metric families with metadata; the rest is not described
 */
public record Limits(
        int series,
        int seriesPerWriter,
        int samplesPerBatch,
        int labels,
        int labelNameBytes,
        int labelValueBytes,
        int families) {

    public static final Limits DEFAULT = new Limits(5_000_000, 1_000_000, 2_000_000, 64, 1024, 4096, 50_000);

    public Limits {
        atLeastOne("series", series);
        atLeastOne("series per writer", seriesPerWriter);
        atLeastOne("samples per batch", samplesPerBatch);
        atLeastOne("labels", labels);
        atLeastOne("label name bytes", labelNameBytes);
        atLeastOne("label value bytes", labelValueBytes);
        atLeastOne("families", families);
    }

    private static void atLeastOne(String what, int value) {
        if (value < 1) {
            throw new IllegalArgumentException("limit of " + what + ": " + value + " (expected: 1 or more)");
        }
    }
}
