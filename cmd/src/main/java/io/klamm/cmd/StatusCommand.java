package io.klamm.cmd;

import com.fasterxml.jackson.databind.JsonNode;
import io.klamm.cmd.text.StatusText;
import java.time.ZoneId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code klamm status}: what each component of a running server says of itself. Exit code 1 when one of them is in error. */
@Command(name = "status", description = "What each component of a running server says of itself.")
final class StatusCommand extends Subcommand {

    @Mixin
    private final ServerOptions server = new ServerOptions();

    @Option(names = "--json", description = "as JSON")
    private boolean json;

    @Override
    public Integer call() {
        ServerApi api = server.api(ServerOptions.DEFAULT_URL, System.getenv());
        JsonNode status = api.get("/status");
        print(json ? status.toPrettyString() + "\n" : StatusText.of(status, api.url(), ZoneId.systemDefault()));
        return inError(status) ? UserException.FAILED : 0;
    }

    private static boolean inError(JsonNode status) {
        for (JsonNode component : status.path("components")) {
            if (component.path("state").asText().equals("error")) {
                return true;
            }
        }
        return false;
    }
}
