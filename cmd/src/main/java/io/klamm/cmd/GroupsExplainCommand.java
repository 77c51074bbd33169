package io.klamm.cmd;

import com.fasterxml.jackson.databind.JsonNode;
import io.klamm.cmd.text.ExplainText;
import io.klamm.model.verdict.Language;
import java.time.ZoneId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code klamm groups explain}: why the verdict of a running server on a group is what it is. */
@Command(
        name = "explain",
        description =
                "Why the verdict on a group is what it is: the rule that held, what it looked at, and the window that it saw.")
final class GroupsExplainCommand extends Subcommand {

    @Mixin
    private final ServedGroup group = new ServedGroup();

    @Option(names = "--all", description = "also the partitions that are OK")
    private boolean all;

    @Option(names = "--json", description = "as JSON, as the API gives it")
    private boolean json;

    @Override
    public Integer call() {
        Language words = group.language();
        JsonNode detail = group.detail();
        if (json) {
            print(detail.toPrettyString() + "\n");
            return 0;
        }
        print(new ExplainText(words, ZoneId.systemDefault()).of(detail, all));
        return detail.path("group").has("verdict") ? 0 : UserException.FAILED;
    }
}
