package io.klamm.cmd;

import com.fasterxml.jackson.databind.JsonNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code klamm alerts test RECEIVER}: sends it an example at once. */
@Command(
        name = "test",
        description = {
            "Sends an example to a receiver at once, and says of each of its channels how it went.",
            "Exit code 1 when any did not accept it."
        })
final class AlertsTestCommand extends Subcommand {

    @Mixin
    private final ServerOptions server = new ServerOptions();

    @Parameters(index = "0", paramLabel = "RECEIVER", description = "its name in the configuration")
    private String receiver = "";

    @Override
    public Integer call() {
        JsonNode results = server.api(ServerOptions.DEFAULT_URL, System.getenv())
                .ask("POST", "/api/klamm/v1/alerts/receivers/" + ServerApi.segment(receiver) + "/test", null)
                .path("results");
        boolean accepted = true;
        for (JsonNode result : results) {
            print(result.asText() + "\n");
            accepted &= result.asText().contains(": accepted");
        }
        return accepted ? 0 : UserException.FAILED;
    }
}
