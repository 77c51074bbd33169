package io.klamm.cmd;

import io.klamm.cmd.text.Table;
import io.klamm.kafka.operations.GroupOperations;
import io.klamm.kafka.operations.OffsetChange;
import io.klamm.kafka.operations.OperationException;
import io.klamm.kafka.operations.Position;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code klamm groups reset-offsets} and {@code klamm groups delete}: what changes a group, on the word of a person. */
final class GroupChangeCommands {

    private GroupChangeCommands() {}

    abstract static class OnGroup extends Subcommand {

        @Mixin
        private final KafkaOptions kafka = new KafkaOptions();

        @Parameters(index = "0", paramLabel = "GROUP", description = "group id")
        private String group;

        @Override
        public final Integer call() {
            try (GroupOperations operations = GroupOperations.connect(kafka.clientSettings())) {
                run(operations, group);
                return 0;
            } catch (OperationException e) {
                throw new UserException(String.valueOf(e.getMessage()));
            }
        }

        abstract void run(GroupOperations operations, String group);
    }

    @Command(
            name = "reset-offsets",
            description =
                    "Sets a group without members back or forth; shows what would change, and does it with --yes.")
    static final class ResetOffsets extends OnGroup {

        @Option(names = "--to", paramLabel = "WHERE", required = true, description = Position.FORMS)
        private String to = "";

        @Option(names = "--topic", paramLabel = "NAME", description = "only this topic, all of its partitions")
        private @Nullable String topic;

        @Option(names = "--yes", description = "change it")
        private boolean yes;

        @Override
        void run(GroupOperations operations, String group) {
            Position position = Position.parse(to)
                    .orElseThrow(() -> new UserException(
                            "--to: " + to + " (expected: " + Position.FORMS + ")", UserException.USAGE));
            List<OffsetChange> changes = operations.plan(group, Optional.ofNullable(topic), position);
            print(table(changes));
            if (yes) {
                operations.reset(group, changes);
                out().println("Set " + group + " on " + changes.size() + " partition(s).");
            } else {
                out().println("Nothing was changed; --yes changes it.");
            }
        }

        private static String table(List<OffsetChange> changes) {
            Table table = new Table()
                    .text("TOPIC")
                    .number("PARTITION")
                    .number("CURRENT-OFFSET")
                    .number("NEW-OFFSET");
            changes.forEach(change -> table.row(
                    change.partition().topic(),
                    change.partition().partition(),
                    change.before().isPresent() ? change.before().getAsLong() : "-",
                    change.after()));
            return table.render();
        }
    }

    @Command(name = "delete", description = "Deletes a group without members, and all its commits.")
    static final class Delete extends OnGroup {

        @Override
        void run(GroupOperations operations, String group) {
            operations.delete(group);
            out().println("Deleted group " + group);
        }
    }
}
