package io.klamm.cmd;

import com.fasterxml.jackson.databind.JsonNode;
import io.klamm.cmd.text.AlertMoment;
import io.klamm.cmd.text.AlertText;
import io.klamm.cmd.text.Timeline;
import io.klamm.model.alert.AlertMatcher;
import io.klamm.model.verdict.Language;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code klamm alerts history}: what happened to alerts, and when they fired. */
@Command(
        name = "history",
        description = {
            "What happened to alerts, and a timeline of when each fired with its mean time to resolve.",
            "Example: klamm alerts history --from 7d"
        })
final class AlertsHistoryCommand extends Subcommand {

    private static final Duration USUAL_SPAN = Duration.ofDays(1);

    @Mixin
    private final ServerOptions server = new ServerOptions();

    @Mixin
    private final LanguageOption language = new LanguageOption();

    @Mixin
    private final MatcherArguments matchers = new MatcherArguments();

    @Option(
            names = "--from",
            paramLabel = "TIME",
            description = "from when, or how long ago (default: a day before --to)")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "TIME", description = "until when, or how long ago (default: now)")
    private @Nullable String to;

    @Option(names = "--json", description = "the events as JSON")
    private boolean json;

    @Override
    public Integer call() {
        Instant now = Instant.now();
        Instant end = to == null ? now : Moment.parse("--to", to, now);
        Instant start = from == null ? end.minus(USUAL_SPAN) : Moment.parse("--from", from, now);
        if (!start.isBefore(end)) {
            throw new UserException("--from: " + start + " (expected: before --to, " + end + ")", UserException.USAGE);
        }
        List<AlertMatcher> conditions = matchers.conditions();
        ServerApi api = server.api(ServerOptions.DEFAULT_URL, System.getenv());
        Map<String, String> span = new LinkedHashMap<>();
        span.put("from", start.toString());
        span.put("to", end.toString());
        JsonNode answer = api.get("/alerts/history?" + ServerApi.form(span));
        if (json) {
            print(answer.toPrettyString() + "\n");
            return 0;
        }
        List<AlertMoment> events = new ArrayList<>();
        answer.path("events").forEach(event -> events.add(ServedAlerts.moment(event)));
        events.removeIf(event -> !ServedAlerts.matches(conditions, event.labels()));
        show(events, answer.path("truncated").asBoolean(), start, end);
        return 0;
    }

    private void show(List<AlertMoment> events, boolean truncated, Instant start, Instant end) {
        if (events.isEmpty()) {
            err().println("klamm: nothing happened to alerts from " + start + " to " + end);
            return;
        }
        Language spoken = language.language(System.getenv());
        print(AlertText.events(events, ZoneId.systemDefault(), spoken) + "\n");
        print(Timeline.of(events, start, end, spoken));
        if (truncated) {
            err().println("klamm: warning: only the newest events are shown (expected: a shorter span)");
        }
    }
}
