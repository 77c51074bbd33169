package io.klamm.cmd.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/** The answer of {@code GET /api/klamm/v1/status} as people read it, in the form of the Datadog agent's status. */
public final class StatusText {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss zzz", Locale.ROOT);

    private final ZoneId zone;
    private final StringBuilder out = new StringBuilder();

    private StatusText(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * The whole report, each line ended by a line feed.
     *
     * @param status the answer's body
     * @param url the server that gave it
     * @param zone in which times are shown
     */
    public static String of(JsonNode status, String url, ZoneId zone) {
        return new StatusText(zone)
                .server(status, url)
                .components(status.path("components"))
                .out
                .toString();
    }

    private StatusText server(JsonNode status, String url) {
        String title = "Klamm (v" + status.path("version").asText() + ") at " + url;
        line(0, title);
        line(0, "=".repeat(title.length()));
        line(2, "Started: " + time(status.path("startedAt")));
        line(2, "Ready: " + (status.path("ready").asBoolean() ? "yes" : "not yet"));
        line(0, "");
        return this;
    }

    private StatusText components(JsonNode components) {
        line(2, "Running Components");
        line(2, "==================");
        components.forEach(this::component);
        return this;
    }

    private void component(JsonNode component) {
        String kind = component.path("kind").asText();
        line(0, "");
        line(4, kind);
        line(4, "-".repeat(kind.length()));
        line(
                6,
                "Instance ID: " + kind + ":" + component.path("instance").asText() + " ["
                        + component.path("state").asText().toUpperCase(Locale.ROOT) + "]");
        line(6, "Total Runs: " + number(component.path("runs")) + ", Failed: " + number(component.path("failures")));
        line(6, "Last Run: " + time(component.path("lastRun")));
        line(6, "Last Successful Run: " + time(component.path("lastSuccess")));
        if (component.has("lastDurationSeconds")) {
            line(
                    6,
                    "Last Duration: " + millis(component.path("lastDurationSeconds")) + ", Average: "
                            + millis(component.path("averageDurationSeconds")));
        }
        counted("Last Run Found", component.path("counts"));
        counted("Requests, Total", component.path("requests"));
        counted("Errors, Total", component.path("errors"));
        if (component.has("lastError")) {
            line(6, "Last Error: " + component.path("lastError").asText());
        }
    }

    private void counted(String title, JsonNode counts) {
        if (counts.isEmpty()) {
            return;
        }
        StringJoiner joined = new StringJoiner(", ");
        for (Iterator<Map.Entry<String, JsonNode>> it = counts.properties().iterator(); it.hasNext(); ) {
            Map.Entry<String, JsonNode> count = it.next();
            joined.add(count.getKey() + " " + number(count.getValue()));
        }
        line(6, title + ": " + joined);
    }

    private String time(JsonNode time) {
        return time.isTextual() ? TIME.format(Instant.parse(time.asText()).atZone(zone)) : "Never";
    }

    private static String millis(JsonNode seconds) {
        return String.format(Locale.ROOT, "%,dms", Math.round(seconds.asDouble() * 1000));
    }

    private static String number(JsonNode number) {
        return String.format(Locale.ROOT, "%,d", number.asLong());
    }

    private void line(int indent, String text) {
        out.append(text.isEmpty() ? "" : " ".repeat(indent)).append(text).append('\n');
    }
}
