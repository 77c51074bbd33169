package io.klamm.cmd;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.klamm.cmd.text.AlertText;
import io.klamm.model.alert.AlertMatcher;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code klamm alerts list}: the alerts that a running server keeps. */
@Command(
        name = "list",
        description = {
            "The alerts of a running server, those that fire and those that are kept quiet.",
            "Example: klamm alerts list KafkaConsumerLag group=~\"orders.*\""
        })
final class AlertsListCommand extends Subcommand {

    @Mixin
    private final ServerOptions server = new ServerOptions();

    @Mixin
    private final LanguageOption language = new LanguageOption();

    @Mixin
    private final MatcherArguments matchers = new MatcherArguments();

    @Option(
            names = "--state",
            paramLabel = "STATE",
            description = "current, firing, suppressed, resolved or any (default: current, all but resolved)")
    private State state = State.CURRENT;

    @Option(names = "--json", description = "the alerts as JSON")
    private boolean json;

    enum State {
        CURRENT,
        FIRING,
        SUPPRESSED,
        RESOLVED,
        ANY;

        private String asked() {
            return this == CURRENT ? "any" : name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public Integer call() {
        List<AlertMatcher> conditions = matchers.conditions();
        ServerApi api = server.api(ServerOptions.DEFAULT_URL, System.getenv());
        List<JsonNode> alerts = ServedAlerts.all(api, state.asked()).stream()
                .filter(alert ->
                        state != State.CURRENT || !alert.path("state").asText().equals("resolved"))
                .filter(alert -> ServedAlerts.matches(conditions, ServedAlerts.labels(alert.path("labels"))))
                .toList();
        if (json) {
            print(JsonNodeFactory.instance.arrayNode().addAll(alerts).toPrettyString() + "\n");
        } else if (alerts.isEmpty()) {
            err().println("klamm: no alerts");
        } else {
            print(AlertText.list(
                    alerts.stream().map(ServedAlerts::row).toList(),
                    Instant.now(),
                    language.language(System.getenv())));
        }
        return 0;
    }
}
