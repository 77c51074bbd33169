package io.klamm.cmd;

import com.fasterxml.jackson.databind.JsonNode;
import io.klamm.cmd.text.Table;
import io.klamm.config.Durations;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code klamm query}: PromQL asked of a running server, or of anything else that speaks Prometheus's API. */
@Command(
        name = "query",
        description = {
            "Asks a running server in PromQL; any Prometheus will do as well.",
            "Example: klamm query 'sum by (consumergroup) (kafka_consumergroup_lag)' --range 1h --format graph"
        })
final class QueryCommand extends Subcommand {

    /** As many points as a graph is wide. */
    private static final int POINTS = 144;

    @Mixin
    private final ServerOptions server = new ServerOptions();

    @Parameters(index = "0", paramLabel = "EXPR", description = "the expression")
    private String expression = "";

    @Option(names = "--time", paramLabel = "TIME", description = "when to look, or how long ago (default: now)")
    private @Nullable String time;

    @Option(
            names = "--range",
            paramLabel = "DURATION",
            description = "look back so long, such as 1h, and answer each step")
    private @Nullable String range;

    @Option(
            names = "--step",
            paramLabel = "DURATION",
            description = "between two answers of a range (default: the range / 144)")
    private @Nullable String step;

    @Option(names = "--format", paramLabel = "FORMAT", description = "table, json, csv or graph (default: table)")
    private Format format = Format.TABLE;

    @Option(names = "--explain", description = "show how the query is run: series, samples and time of each part")
    private boolean explain;

    enum Format {
        TABLE,
        JSON,
        CSV,
        GRAPH
    }

    /** @param step of no length for a query of one moment */
    private record Span(Instant start, Instant end, Duration step) {

        boolean instant() {
            return step.isZero();
        }

        Map<String, String> parameters(String expression) {
            Map<String, String> parameters = new LinkedHashMap<>();
            parameters.put("query", expression);
            if (instant()) {
                parameters.put("time", seconds(end.toEpochMilli()));
            } else {
                parameters.put("start", seconds(start.toEpochMilli()));
                parameters.put("end", seconds(end.toEpochMilli()));
                parameters.put("step", seconds(step.toMillis()));
            }
            return parameters;
        }

        private static String seconds(long millis) {
            return String.format(Locale.ROOT, "%d.%03d", millis / 1000, millis % 1000);
        }
    }

    @Override
    public Integer call() {
        Span span = span(Instant.now());
        ServerApi api = server.api(ServerOptions.DEFAULT_URL, System.getenv());
        if (explain) {
            print(explained(api.get("/query/explain?" + ServerApi.form(span.parameters(expression)))));
            return 0;
        }
        PrometheusAnswer answer =
                api.prometheus(span.instant() ? "/query" : "/query_range", span.parameters(expression), this::pointed);
        answer.warnings().forEach(warning -> err().println("klamm: warning: " + warning));
        if (format == Format.JSON) {
            print(answer.data().toPrettyString() + "\n");
            return 0;
        }
        QueryAnswer result = QueryAnswer.of(answer.data());
        if (result.lines().isEmpty()) {
            err().println("klamm: no series answers (is it collected, and within the last five minutes of that time?)");
            return 0;
        }
        print(text(new QueryText(result), span));
        return 0;
    }

    private String text(QueryText text, Span span) {
        return switch (format) {
            case TABLE, JSON -> text.table();
            case CSV -> text.csv();
            case GRAPH ->
                text.graph(
                        span.start(),
                        span.end(),
                        span.step(),
                        ZoneId.systemDefault(),
                        Boolean.getBoolean("klamm.terminal"));
        };
    }

    private Span span(Instant now) {
        Instant end = time == null ? now : Moment.parse("--time", time, now);
        if (range == null) {
            if (format == Format.GRAPH || step != null) {
                throw new UserException("--range: missing (expected: such as --range 1h)", UserException.USAGE);
            }
            return new Span(end, end, Duration.ZERO);
        }
        Duration length = duration("--range", range);
        Duration each =
                step == null ? Duration.ofSeconds(Math.max(1, length.toSeconds() / POINTS)) : duration("--step", step);
        return new Span(end.minus(length), end, each);
    }

    private static Duration duration(String option, String text) {
        return Durations.parse(text)
                .filter(length -> length.toMillis() > 0)
                .orElseThrow(() -> new UserException(
                        option + ": " + text + " (expected: a length of time such as 30s, 5m or 1h)",
                        UserException.USAGE));
    }

    /** The server's message; where it names a place in the expression, the expression with a mark below it. */
    private String pointed(String message) {
        String[] place = message.replaceFirst("^.*?(\\d+):(\\d+): parse error:.*$", "$1 $2")
                .split(" ", 2);
        if (place.length != 2 || !place[0].equals("1") || !place[1].matches("\\d{1,6}")) {
            return message;
        }
        int column = Math.max(1, Integer.parseInt(place[1]));
        return message + "\n  " + expression + "\n  " + " ".repeat(column - 1) + "^";
    }

    private static String explained(JsonNode answer) {
        Table table = new Table()
                .text("PART")
                .text("KIND")
                .number("SERIES")
                .number("SAMPLES")
                .number("MS");
        rows(table, answer.path("data").path("node"), 0);
        JsonNode totals = answer.path("totals");
        return table.render()
                + String.format(
                        Locale.ROOT,
                        "%d samples read, at most %d at once, %.1f ms%n",
                        totals.path("samples").asLong(),
                        totals.path("peakSamples").asLong(),
                        totals.path("millis").asDouble());
    }

    private static void rows(Table table, JsonNode node, int depth) {
        table.row(
                "  ".repeat(depth) + node.path("text").asText(),
                node.path("kind").asText(),
                node.path("series").asLong(),
                node.path("samples").asLong(),
                String.format(Locale.ROOT, "%.2f", node.path("millis").asDouble()));
        node.path("children").forEach(child -> rows(table, child, depth + 1));
    }
}
