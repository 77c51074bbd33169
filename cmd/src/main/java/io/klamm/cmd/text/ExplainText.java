package io.klamm.cmd.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.klamm.model.verdict.Language;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;

/** Why the verdict on a group is what it is, from the answer of {@code GET /groups/{group}}, as people read it. */
public final class ExplainText {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    /** The facts that are durations, in milliseconds; all others are counts and offsets. */
    private static final Set<String> DURATIONS =
            Set.of("silence", "rhythm", "patience", "span", "stalled", "ago", "unowned", "loss");

    private final Language language;
    private final ZoneId zone;

    /** @param zone in which times are shown */
    public ExplainText(Language language, ZoneId zone) {
        this.language = language;
        this.zone = zone;
    }

    /**
     * The whole report, each line ended by a line feed.
     *
     * @param all whether partitions that are OK are told as well
     */
    public String of(JsonNode detail, boolean all) {
        JsonNode group = detail.path("group");
        String name = group.path("group").asText();
        if (!group.has("verdict")) {
            return "Group " + name + ": not judged (too little is known of it yet)\n";
        }
        List<JsonNode> judged = Partitions.judged(detail);
        List<JsonNode> told = all ? judged : Partitions.troubled(detail);
        StringBuilder text = new StringBuilder("Group " + name + ": " + Partitions.word(group)
                + (group.path("muted").asBoolean() ? ", muted" : "") + ", commits from "
                + group.path("source").asText() + "\n");
        told.forEach(partition -> text.append('\n').append(partition(partition)));
        int left = judged.size() - told.size();
        return left == 0 ? text.toString() : text + "\n" + left + " partition(s) are OK; --all tells why\n";
    }

    private String partition(JsonNode partition) {
        JsonNode evidence = partition.path("evidence");
        return Partitions.name(partition) + ": " + Partitions.word(partition) + "\n"
                + "  " + Partitions.reason(partition, language) + "\n"
                + "  Rule: " + evidence.path("rule").asText("-") + "\n"
                + "  Facts: " + facts(evidence.path("facts")) + "\n"
                + "  Lag: " + lag(partition) + "\n"
                + "  Forecast: " + forecast(partition.path("forecast")) + "\n"
                + window(evidence);
    }

    private String facts(JsonNode facts) {
        StringJoiner joined = new StringJoiner(", ").setEmptyValue("-");
        for (Map.Entry<String, JsonNode> fact : facts.properties()) {
            String value = DURATIONS.contains(fact.getKey())
                    ? Durations.of(fact.getValue().asLong() / 1000.0, language)
                    : fact.getValue().asText();
            joined.add(fact.getKey() + " " + value);
        }
        return joined.toString();
    }

    private String lag(JsonNode partition) {
        JsonNode time = partition.path("forecast").path("timeLag");
        String seconds = time.isMissingNode()
                ? ""
                : ", in time " + Durations.of(time.path("seconds").asDouble(), language) + " ("
                        + time.path("method").asText() + ", confidence "
                        + time.path("confidence").asText() + ")";
        return partition.path("lag").asText("-") + " records, effective "
                + partition.path("effectiveLag").asText("-") + seconds;
    }

    private String forecast(JsonNode forecast) {
        return "written " + forecast.path("producedPerSecond").asText("-") + "/s, read "
                + forecast.path("consumedPerSecond").asText("-") + "/s, caught up in "
                + duration(forecast.path("secondsToCatchUp")) + ", records lost unread in "
                + duration(forecast.path("secondsUntilLoss"));
    }

    private String duration(JsonNode seconds) {
        return seconds.isMissingNode() ? "-" : Durations.of(seconds.asDouble(), language);
    }

    /** What was committed, or how far the partition reached, at one moment; empty texts for what the moment does not tell. */
    private record Moment(Instant at, String committed, String end, String lag) {

        static Moment commit(JsonNode point) {
            return new Moment(
                    time(point),
                    point.path("offset").asText(),
                    "",
                    point.path("lag").asText(""));
        }

        static Moment end(JsonNode point) {
            return new Moment(time(point), "", point.path("offset").asText(), "");
        }

        private static Instant time(JsonNode point) {
            return Instant.parse(point.path("at").asText());
        }
    }

    /** Commits and end offsets in one table, by time. */
    private String window(JsonNode evidence) {
        List<Moment> moments = new ArrayList<>();
        evidence.path("commits").forEach(point -> moments.add(Moment.commit(point)));
        evidence.path("ends").forEach(point -> moments.add(Moment.end(point)));
        if (moments.isEmpty()) {
            return "";
        }
        moments.sort(Comparator.comparing(Moment::at));
        Table table =
                new Table().text("  TIME").number("COMMITTED").number("END").number("LAG");
        for (Moment moment : moments) {
            String time = "  " + TIME.format(moment.at().atZone(zone));
            table.row(time, moment.committed(), moment.end(), moment.lag());
        }
        return "\n" + table.render();
    }
}
