package io.klamm.cmd.text;

import io.klamm.model.series.Labels;
import io.klamm.model.verdict.Language;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Alerts, and what happened to them, for a terminal. */
public final class AlertText {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private AlertText() {}

    /** One line an alert, in the order given. */
    public static String list(List<AlertRow> rows, Instant now, Language language) {
        Table table = new Table()
                .text("STATE")
                .text("ALERT")
                .number("SINCE")
                .text("LABELS")
                .text("RECEIVERS")
                .text("SUMMARY");
        for (AlertRow row : rows) {
            table.row(
                    word(row.state(), language),
                    row.labels().get("alertname"),
                    Durations.of(Duration.between(row.since(), now).toMillis() / 1000.0, language),
                    rest(row.labels()),
                    row.receivers(),
                    row.summary());
        }
        return table.render();
    }

    /** One line an event, in the order given. */
    public static String events(List<AlertMoment> events, ZoneId zone, Language language) {
        Table table = new Table()
                .text("TIME")
                .text("EVENT")
                .text("ALERT")
                .text("LABELS")
                .text("DETAIL");
        for (AlertMoment event : events) {
            table.row(
                    TIME.format(event.at().atZone(zone)),
                    word(event.kind(), language),
                    event.labels().get("alertname"),
                    rest(event.labels()),
                    event.detail());
        }
        return table.render();
    }

    /** All labels but the name: {@code group="orders", severity="page"}. */
    static String rest(Labels labels) {
        String text = labels.without(List.of("alertname")).toString();
        return text.substring(1, text.length() - 1);
    }

    private static String word(String word, Language language) {
        return switch (language) {
            case ENGLISH -> word;
            case KOREAN ->
                switch (word) {
                    case "firing" -> "발생";
                    case "resolved" -> "해소";
                    case "notified" -> "알림";
                    case "failed" -> "알림 실패";
                    case "suppressed" -> "억제";
                    case "unsuppressed" -> "억제 해제";
                    default -> word;
                };
        };
    }
}
