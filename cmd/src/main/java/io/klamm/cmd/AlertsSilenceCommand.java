package io.klamm.cmd;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.klamm.cmd.text.Table;
import io.klamm.config.Durations;
import io.klamm.model.alert.AlertMatcher;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code klamm alerts silence}: makes, lists and ends silences, by Alertmanager's API, so that an Alertmanager will do as well. */
@Command(
        name = "silence",
        description = "Silences: nobody is told of alerts that match.",
        subcommands = {
            AlertsSilenceCommand.Add.class,
            AlertsSilenceCommand.Listed.class,
            AlertsSilenceCommand.Expire.class
        })
final class AlertsSilenceCommand extends CommandGroup {

    private static final String SILENCES = "/api/v2/silences";

    @Command(
            name = "add",
            description = {
                "Makes a silence, and prints its id.",
                "Example: klamm alerts silence add group=orders --duration 2h --comment 'deployment'"
            })
    static final class Add extends Subcommand {

        @Mixin
        private final ServerOptions server = new ServerOptions();

        @Parameters(
                arity = "1..*",
                paramLabel = "MATCHER",
                description = "labels of the alerts; a first word alone is the alert's name")
        private List<String> matchers = new ArrayList<>();

        @Option(names = "--duration", paramLabel = "DURATION", description = "how long, such as 2h (default: 1h)")
        private String duration = "1h";

        @Option(names = "--comment", paramLabel = "TEXT", required = true, description = "why")
        private String comment = "";

        @Option(
                names = "--author",
                paramLabel = "NAME",
                description = "who makes it (default: the user of this program)")
        private String author = System.getProperty("user.name", "");

        @Override
        public Integer call() {
            Duration length = Durations.parse(duration)
                    .filter(found -> found.toMillis() > 0)
                    .orElseThrow(() -> new UserException(
                            "--duration: " + duration + " (expected: a length of time such as 30m or 2h)",
                            UserException.USAGE));
            Instant now = Instant.now();
            ObjectNode silence = JsonNodeFactory.instance.objectNode();
            ArrayNode conditions = silence.putArray("matchers");
            ServedAlerts.conditions(matchers).forEach(matcher -> conditions.add(condition(matcher)));
            silence.put("startsAt", now.toString())
                    .put("endsAt", now.plus(length).toString())
                    .put("createdBy", author)
                    .put("comment", comment);
            ServerApi api = server.api(ServerOptions.DEFAULT_URL, System.getenv());
            print(api.ask("POST", SILENCES, silence).path("silenceID").asText() + "\n");
            return 0;
        }

        private static ObjectNode condition(AlertMatcher matcher) {
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("name", matcher.name())
                    .put("value", matcher.value())
                    .put("isRegex", matcher.operator().regex())
                    .put("isEqual", matcher.operator().equal());
        }
    }

    @Command(name = "list", description = "Silences that hold or will hold, the next to end first.")
    static final class Listed extends Subcommand {

        @Mixin
        private final ServerOptions server = new ServerOptions();

        @Option(names = "--expired", description = "those that are over too")
        private boolean expired;

        @Option(names = "--json", description = "the silences as JSON")
        private boolean json;

        @Override
        public Integer call() {
            ServerApi api = server.api(ServerOptions.DEFAULT_URL, System.getenv());
            JsonNode silences = api.ask("GET", SILENCES + (expired ? "" : "?expired=false"), null);
            if (json) {
                print(silences.toPrettyString() + "\n");
            } else if (silences.isEmpty()) {
                err().println("klamm: no silences");
            } else {
                print(table(silences));
            }
            return 0;
        }

        private static String table(JsonNode silences) {
            Table table = new Table()
                    .text("ID")
                    .text("STATE")
                    .text("ENDS")
                    .text("MATCHERS")
                    .text("BY")
                    .text("COMMENT");
            silences.forEach(silence -> table.row(
                    silence.path("id").asText(),
                    silence.path("status").path("state").asText(),
                    silence.path("endsAt").asText(),
                    matchers(silence.path("matchers")),
                    silence.path("createdBy").asText(),
                    silence.path("comment").asText()));
            return table.render();
        }

        private static String matchers(JsonNode matchers) {
            List<String> texts = new ArrayList<>();
            matchers.forEach(matcher -> texts.add(new AlertMatcher(
                            matcher.path("name").asText(),
                            AlertMatcher.Operator.of(
                                    matcher.path("isEqual").asBoolean(true),
                                    matcher.path("isRegex").asBoolean()),
                            matcher.path("value").asText())
                    .toString()));
            return String.join(", ", texts);
        }
    }

    @Command(name = "expire", description = "Ends silences now.")
    static final class Expire extends Subcommand {

        @Mixin
        private final ServerOptions server = new ServerOptions();

        @Parameters(arity = "1..*", paramLabel = "ID", description = "as klamm alerts silence list shows them")
        private List<String> ids = new ArrayList<>();

        @Override
        public Integer call() {
            ServerApi api = server.api(ServerOptions.DEFAULT_URL, System.getenv());
            for (String id : ids) {
                api.ask("DELETE", "/api/v2/silence/" + ServerApi.segment(id), null);
            }
            return 0;
        }
    }
}
