package io.klamm.scrape.check;

import io.klamm.scrape.exposition.ExpositionException;
import io.klamm.scrape.exposition.ExpositionFormat;
import io.klamm.scrape.exposition.ExpositionReader;
import java.util.List;
import java.util.Optional;

/**
 * The strict check of a page of metrics, as {@code promtool check metrics} does it for the text format, and to every rule of the standard for OpenMetrics.
 *
 * <p>A scrape is more lenient: it asks that lines are well written, not that they fit together.
 */
public final class MetricsCheck {

    private MetricsCheck() {}

    /** Checks a page. Lints are looked for in the text format alone: OpenMetrics makes most of them rules. */
    public static CheckReport check(byte[] page, ExpositionFormat format) {
        ExpositionReader reader = ExpositionReader.of(format);
        try {
            reader.begin(page, 0, page.length);
            return new CheckReport(Optional.empty(), findings(reader, page, format));
        } catch (ExpositionException e) {
            return new CheckReport(Optional.of(new Finding(e.line(), "", e.reason())), List.of());
        }
    }

    private static List<Finding> findings(ExpositionReader reader, byte[] page, ExpositionFormat format)
            throws ExpositionException {
        return switch (format) {
            case OPENMETRICS -> {
                new OpenMetricsRules(reader).check();
                yield List.of();
            }
            case TEXT -> {
                requireLastLineEnd(page, reader);
                yield Lint.of(new TextRules(reader).check());
            }
        };
    }

    private static void requireLastLineEnd(byte[] page, ExpositionReader reader) throws ExpositionException {
        if (page.length > 0 && page[page.length - 1] != '\n') {
            // Whatever is wrong before that line is told first.
            new TextRules(reader).check();
            int line = 1;
            for (byte b : page) {
                line += b == '\n' ? 1 : 0;
            }
            throw new ExpositionException(
                    line, "unexpected end of input stream (expected: a line end after the last line)");
        }
    }
}
