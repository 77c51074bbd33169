package io.klamm.cmd;

import io.klamm.cmd.text.Plot;
import io.klamm.cmd.text.Table;
import io.klamm.model.series.Labels;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

/** A query's answer for a person or a spreadsheet. */
final class QueryText {

    private static final int COLUMNS = 72;
    private static final int ROWS = 16;
    private static final int LINES = 24;

    private final QueryAnswer answer;

    QueryText(QueryAnswer answer) {
        this.answer = answer;
    }

    /** One row a series, with its newest value; of a range also how many values, the least, the mean and the greatest. */
    String table() {
        boolean range = answer.type().equals("matrix");
        Table table = new Table().text("SERIES");
        if (range) {
            table.number("SAMPLES").number("MIN").number("AVG").number("MAX").number("LAST");
        } else {
            table.number("VALUE");
        }
        for (QueryAnswer.Line line : answer.lines()) {
            String last = line.samples().get(line.samples().size() - 1).value();
            if (range) {
                double[] values = line.samples().stream()
                        .mapToDouble(QueryAnswer.Sample::number)
                        .toArray();
                table.row(
                        line.name(),
                        values.length,
                        number(Arrays.stream(values).min().orElse(Double.NaN)),
                        number(Arrays.stream(values).average().orElse(Double.NaN)),
                        number(Arrays.stream(values).max().orElse(Double.NaN)),
                        last);
            } else {
                table.row(line.name(), last);
            }
        }
        return table.render();
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : String.format(Locale.ROOT, "%.4g", value);
    }

    /** One row a sample: a column for each label, the time in UTC, the value. */
    String csv() {
        SortedSet<String> names = new TreeSet<>();
        answer.lines().forEach(line -> names.addAll(line.labels().toMap().keySet()));
        StringBuilder out = new StringBuilder();
        names.forEach(name ->
                out.append(cell(name.equals(Labels.NAME) ? "metric" : name)).append(','));
        out.append("time,value\n");
        for (QueryAnswer.Line line : answer.lines()) {
            String start = String.join(
                    "",
                    names.stream()
                            .map(name -> cell(line.labels().get(name)) + ',')
                            .toList());
            line.samples().forEach(sample -> out.append(start)
                    .append(sample.at())
                    .append(',')
                    .append(sample.value())
                    .append('\n'));
        }
        return out.toString();
    }

    private static String cell(String text) {
        // What begins like a formula must not be run by a spreadsheet.
        String safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.indexOf(',') < 0 && safe.indexOf('"') < 0 && safe.indexOf('\n') < 0
                ? safe
                : '"' + safe.replace("\"", "\"\"") + '"';
    }

    /** The answer to a range query as a graph of at most so many lines as can be told apart. */
    String graph(Instant start, Instant end, Duration step, ZoneId zone, boolean colour) {
        Plot plot = new Plot(COLUMNS, ROWS, colour);
        List<QueryAnswer.Line> shown = answer.lines().stream().limit(LINES).toList();
        int steps = (int) ((end.toEpochMilli() - start.toEpochMilli()) / step.toMillis()) + 1;
        for (QueryAnswer.Line line : shown) {
            double[] values = new double[steps];
            Arrays.fill(values, Double.NaN);
            for (QueryAnswer.Sample sample : line.samples()) {
                long at = (sample.at().toEpochMilli() - start.toEpochMilli()) / step.toMillis();
                if (at >= 0 && at < steps) {
                    values[(int) at] = sample.number();
                }
            }
            plot.line(line.name(), values);
        }
        DateTimeFormatter clock = DateTimeFormatter.ofPattern(
                        Duration.between(start, end).toDays() > 0 ? "MM-dd HH:mm" : "HH:mm:ss", Locale.ROOT)
                .withZone(zone);
        int more = answer.lines().size() - shown.size();
        return plot.render(clock.format(start), clock.format(end))
                + (more > 0
                        ? "   and " + more + " more (expected: an aggregation, or topk(" + LINES + ", ...))\n"
                        : "");
    }
}
