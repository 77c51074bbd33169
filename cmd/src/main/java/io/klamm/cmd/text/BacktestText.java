package io.klamm.cmd.text;

import io.klamm.model.rule.Backtest;
import io.klamm.model.rule.Backtest.Incident;
import io.klamm.model.series.GoFloat;
import io.klamm.model.series.Labels;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What rules would have done, for a terminal: a row and a timeline for each rule, then the incidents. */
public final class BacktestText {

    private static final int WIDE = 72;
    private static final char NOTHING = '·';
    private static final char PENDING = '░';
    private static final char FIRING = '█';

    private final Instant from;
    private final Instant to;
    private final DateTimeFormatter times;

    public BacktestText(Instant from, Instant to, ZoneId zone) {
        this.from = from;
        this.to = to;
        this.times =
                DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(zone);
    }

    /**
     * All of it, each line ended by a line feed.
     *
     * @param limit the most incidents of each rule that are listed
     */
    public String of(List<Backtest> results, int limit) {
        if (results.isEmpty()) {
            return "no alerting rule in this file\n";
        }
        StringBuilder out = new StringBuilder(overview(results));
        out.append('\n').append(times.format(from)).append(" to ").append(times.format(to));
        out.append(", ").append(PENDING).append(" pending ").append(FIRING).append(" firing\n");
        for (Backtest result : results) {
            out.append(timeline(result.incidents()))
                    .append("  ")
                    .append(result.alert())
                    .append('\n');
        }
        results.stream().filter(result -> !result.incidents().isEmpty()).forEach(result -> out.append('\n')
                .append(incidents(result, limit)));
        return out.toString();
    }

    private String overview(List<Backtest> results) {
        Table table = new Table()
                .text("GROUP")
                .text("ALERT")
                .number("EVALUATIONS")
                .number("FIRED")
                .number("ONLY PENDING")
                .text("FIRING FOR");
        for (Backtest result : results) {
            table.row(
                    result.group(),
                    result.alert(),
                    result.evaluations(),
                    result.fired(),
                    result.incidents().size() - result.fired(),
                    duration(firing(result)));
        }
        return table.render();
    }

    private Duration firing(Backtest result) {
        return result.incidents().stream().map(this::firing).reduce(Duration.ZERO, Duration::plus);
    }

    private Duration firing(Incident incident) {
        return incident.firingAt() == null ? Duration.ZERO : Duration.between(incident.firingAt(), end(incident));
    }

    private Instant end(Incident incident) {
        return incident.resolvedAt() == null ? to : incident.resolvedAt();
    }

    /** One character for each part of the span: the worst that was in it. */
    private String timeline(List<Incident> incidents) {
        char[] line = String.valueOf(NOTHING).repeat(WIDE).toCharArray();
        for (Incident incident : incidents) {
            fill(line, incident.pendingAt(), end(incident), PENDING);
        }
        for (Incident incident : incidents) {
            if (incident.firingAt() != null) {
                fill(line, incident.firingAt(), end(incident), FIRING);
            }
        }
        return new String(line);
    }

    private void fill(char[] line, Instant begin, Instant end, char mark) {
        int last = Math.max(place(begin), place(end.minusMillis(1)));
        for (int i = place(begin); i <= last; i++) {
            line[i] = mark;
        }
    }

    private int place(Instant time) {
        long span = Math.max(1, Duration.between(from, to).toMillis());
        long at = Duration.between(from, time).toMillis();
        return (int) Math.max(0, Math.min(WIDE - 1, at * WIDE / span));
    }

    private String incidents(Backtest result, int limit) {
        List<Incident> all = result.incidents();
        Table table = new Table()
                .text("PENDING")
                .text("FIRING")
                .text("RESOLVED")
                .text("FIRING FOR")
                .number("VALUE")
                .text(result.alert());
        for (Incident incident : all.subList(0, Math.min(limit, all.size()))) {
            table.row(
                    time(incident.pendingAt()),
                    time(incident.firingAt()),
                    time(incident.resolvedAt()),
                    incident.firingAt() == null ? "-" : duration(firing(incident)),
                    GoFloat.format(incident.value(), GoFloat.Form.GENERAL),
                    labels(incident.labels()));
        }
        String more = all.size() > limit ? "and " + (all.size() - limit) + " more (see --limit)\n" : "";
        return table.render() + more;
    }

    private static Labels labels(Labels labels) {
        return labels.without(Set.of("alertname"));
    }

    private String time(@Nullable Instant time) {
        return time == null ? "-" : times.format(time);
    }

    private static String duration(Duration duration) {
        return duration.isZero() ? "-" : io.klamm.config.Durations.text(duration);
    }
}
