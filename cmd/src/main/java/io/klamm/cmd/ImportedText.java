package io.klamm.cmd;

import io.klamm.model.series.Labels;
import io.klamm.scrape.exposition.ExpositionException;
import io.klamm.scrape.exposition.ExpositionFormat;
import io.klamm.scrape.exposition.ExpositionReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongConsumer;

/** OpenMetrics text of any length, read in pieces that end with a line; every sample must have a time. */
final class ImportedText {

    private static final int PIECE = 16 << 20;
    private static final int MOST = 1 << 30;
    private static final int KNOWN_SERIES = 1_000_000;
    private static final byte[] END = "# EOF\n".getBytes(StandardCharsets.UTF_8);

    private final Sink sink;
    private final LongConsumer progress;
    private final Map<String, Labels> known = new HashMap<>();
    private long samples;
    private int linesBefore;

    /** Takes samples. */
    interface Sink {

        /**
         * Takes one.
         *
         * @param time in milliseconds since the epoch
         */
        void append(Labels labels, long time, double value);
    }

    /** @param progress told how many samples were read, after each piece */
    ImportedText(Sink sink, LongConsumer progress) {
        this.sink = sink;
        this.progress = progress;
    }

    /** Read so far, of all texts. */
    long samples() {
        return samples;
    }

    /** How many lines of the text lie before the piece that was read last. */
    int linesBefore() {
        return linesBefore;
    }

    /**
     * Reads a text to its end.
     *
     * @throws ExpositionException at the first mistake; its line counts from the piece's first, see {@link #linesBefore}
     */
    void read(InputStream in) throws IOException, ExpositionException {
        linesBefore = 0;
        byte[] bytes = new byte[PIECE];
        int length = 0;
        boolean ended = false;
        while (!ended) {
            if (length == bytes.length) {
                if (length >= MOST) {
                    throw new IOException("a line of more than " + MOST + " bytes");
                }
                bytes = Arrays.copyOf(bytes, 2 * bytes.length);
            }
            int more = in.read(bytes, length, bytes.length - length);
            ended = more < 0;
            length += Math.max(0, more);
            int whole = ended ? length : lineEnd(bytes, length);
            if (ended || (whole > 0 && length == bytes.length)) {
                piece(bytes, whole, ended);
                System.arraycopy(bytes, whole, bytes, 0, length - whole);
                length -= whole;
            }
        }
    }

    private static int lineEnd(byte[] bytes, int length) {
        int end = length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    private void piece(byte[] bytes, int length, boolean last) throws ExpositionException {
        byte[] page = last ? bytes : Arrays.copyOf(bytes, length + END.length);
        int end = length;
        if (!last) {
            System.arraycopy(END, 0, page, length, END.length);
            end += END.length;
        }
        ExpositionReader reader = ExpositionReader.of(ExpositionFormat.OPENMETRICS);
        reader.begin(page, 0, end);
        for (ExpositionReader.Entry entry = reader.next(); entry != ExpositionReader.Entry.END; entry = reader.next()) {
            if (entry == ExpositionReader.Entry.SAMPLE) {
                sample(reader);
            }
        }
        if (!last) {
            linesBefore += lines(bytes, length);
        }
        progress.accept(samples);
    }

    private void sample(ExpositionReader reader) throws ExpositionException {
        if (!reader.hasTimestamp()) {
            throw new ExpositionException(reader.line(), "a sample without a timestamp (expected: one, in seconds)");
        }
        String text = new String(
                reader.bytes(), reader.seriesFrom(), reader.seriesTo() - reader.seriesFrom(), StandardCharsets.UTF_8);
        Labels labels = known.get(text);
        if (labels == null) {
            labels = reader.series().toLabels();
            if (known.size() < KNOWN_SERIES) {
                known.put(text, labels);
            }
        }
        sink.append(labels, reader.timestamp(), reader.value());
        samples++;
    }

    private static int lines(byte[] bytes, int length) {
        int lines = 0;
        for (int i = 0; i < length; i++) {
            lines += bytes[i] == '\n' ? 1 : 0;
        }
        return lines;
    }
}
