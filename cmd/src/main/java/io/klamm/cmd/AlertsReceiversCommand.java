package io.klamm.cmd;

import com.fasterxml.jackson.databind.JsonNode;
import io.klamm.cmd.text.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code klamm alerts receivers}: who is told, and how the deliveries fare. */
@Command(
        name = "receivers",
        description = "Who is told of alerts, and how the deliveries fare: accepted, failed, waiting and given up.")
final class AlertsReceiversCommand extends Subcommand {

    @Mixin
    private final ServerOptions server = new ServerOptions();

    @Option(names = "--json", description = "the receivers as JSON")
    private boolean json;

    @Override
    public Integer call() {
        JsonNode answer = server.api(ServerOptions.DEFAULT_URL, System.getenv()).get("/alerts/receivers");
        print(json ? answer.toPrettyString() + "\n" : table(answer.path("receivers")));
        return 0;
    }

    private static String table(JsonNode receivers) {
        Table table = new Table()
                .text("RECEIVER")
                .text("KIND")
                .number("DELIVERED")
                .number("FAILED")
                .number("WAITING")
                .number("DEAD")
                .text("LAST DELIVERED")
                .text("NEXT ATTEMPT")
                .text("LAST ERROR");
        receivers.forEach(receiver -> receiver.path("channels")
                .forEach(channel -> table.row(
                        receiver.path("name").asText(),
                        channel.path("kind").asText(),
                        channel.path("delivered").asLong(),
                        channel.path("failedAttempts").asLong(),
                        channel.path("waiting").asLong(),
                        channel.path("deadLetters").asLong(),
                        channel.path("lastDelivered").asText("-"),
                        channel.path("nextAttempt").asText("-"),
                        channel.path("lastError").asText(""))));
        return table.render();
    }
}
