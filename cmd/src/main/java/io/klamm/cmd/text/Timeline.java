package io.klamm.cmd.text;

import io.klamm.model.series.Labels;
import io.klamm.model.verdict.Language;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** When alerts fired, one bar an alert over a span of time, with how often and how long. */
public final class Timeline {

    private static final int WIDTH = 48;
    private static final char QUIET = '·';
    private static final char FIRING = '█';

    private final Instant from;
    private final Instant to;
    private final Map<Labels, Bar> bars = new TreeMap<>();

    /** What is known of one alert. */
    private static final class Bar {
        private final char[] cells = new char[WIDTH];
        private int fired;
        private int resolved;
        private Duration firing = Duration.ZERO;
        private Instant since = Instant.MIN;

        Bar() {
            Arrays.fill(cells, QUIET);
        }
    }

    private Timeline(Instant from, Instant to) {
        this.from = from;
        this.to = to;
    }

    /**
     * The bars of all alerts that fired.
     *
     * @param events oldest first
     * @param to the end of the span, after {@code from}
     */
    public static String of(List<AlertMoment> events, Instant from, Instant to, Language language) {
        Timeline timeline = new Timeline(from, to);
        events.forEach(timeline::add);
        timeline.bars.values().forEach(timeline::close);
        return timeline.render(language);
    }

    private void add(AlertMoment event) {
        boolean begins = event.kind().equals("firing");
        if (!begins && !event.kind().equals("resolved")) {
            return;
        }
        Bar bar = bars.get(event.labels());
        if (bar == null) {
            bar = new Bar();
            bars.put(event.labels(), bar);
            // One that ends without having begun has begun before.
            bar.since = begins ? Instant.MIN : from;
        }
        if (begins) {
            bar.fired++;
            bar.since = bar.since.equals(Instant.MIN) ? event.at() : bar.since;
        } else {
            end(bar, event.at());
        }
    }

    private void end(Bar bar, Instant at) {
        if (!bar.since.equals(Instant.MIN)) {
            fill(bar, bar.since, at);
            bar.firing = bar.firing.plus(Duration.between(bar.since, at));
            bar.resolved++;
            bar.since = Instant.MIN;
        }
    }

    private void close(Bar bar) {
        if (!bar.since.equals(Instant.MIN)) {
            fill(bar, bar.since, to);
        }
    }

    private void fill(Bar bar, Instant since, Instant until) {
        int last = cell(until);
        for (int i = cell(since); i <= last; i++) {
            bar.cells[i] = FIRING;
        }
    }

    private int cell(Instant at) {
        long span = Math.max(1, Duration.between(from, to).toMillis());
        long place = Duration.between(from, at).toMillis() * WIDTH / span;
        return (int) Math.max(0, Math.min(WIDTH - 1L, place));
    }

    private String render(Language language) {
        Table table = new Table()
                .text("ALERT")
                .text("LABELS")
                .text("TIMELINE")
                .number("FIRED")
                .number("MEAN TIME TO RESOLVE");
        bars.forEach((labels, bar) -> table.row(
                labels.get("alertname"),
                AlertText.rest(labels),
                new String(bar.cells),
                bar.fired,
                mean(bar, language)));
        return table.render();
    }

    private static String mean(Bar bar, Language language) {
        return bar.resolved == 0 ? "-" : Durations.of(bar.firing.toMillis() / 1000.0 / bar.resolved, language);
    }
}
