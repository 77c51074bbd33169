package io.klamm.cmd;

import io.klamm.cmd.text.Table;
import io.klamm.kafka.ClusterReader;
import io.klamm.kafka.NameFilter;
import io.klamm.model.Group;
import io.klamm.model.GroupLag;
import io.klamm.model.GroupMember;
import io.klamm.model.PartitionLag;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code klamm groups}: groups of all four types, straight from the brokers, in the columns of Kafka's own tool. */
@Command(
        name = "groups",
        description = "Groups of all types, straight from the brokers.",
        subcommands = {
            GroupsCommand.ListGroups.class,
            GroupsCommand.Describe.class,
            GroupChangeCommands.ResetOffsets.class,
            GroupChangeCommands.Delete.class
        })
final class GroupsCommand extends CommandGroup {

    private static final String UNKNOWN = "-";

    @Command(name = "list", description = "All groups with type, state, members and lag.")
    static final class ListGroups extends Subcommand {

        @Mixin
        private final KafkaOptions kafka = new KafkaOptions();

        @Override
        public Integer call() {
            Table table = new Table()
                    .text("GROUP")
                    .text("TYPE")
                    .text("PROTOCOL")
                    .text("STATE")
                    .number("MEMBERS")
                    .number("TOPICS")
                    .number("LAG");
            try (ClusterReader reader = OneReading.reader(kafka, NameFilter.all(), NameFilter.all())) {
                for (GroupLag lag : OneReading.of(reader, err()).lag().groups()) {
                    Group group = lag.group();
                    table.row(
                            group.id(),
                            group.type().label(),
                            group.protocol().isEmpty() ? UNKNOWN : group.protocol(),
                            group.state(),
                            group.members().size(),
                            lag.topics(),
                            number(lag.total()));
                }
            }
            print(table.render());
            return 0;
        }
    }

    @Command(name = "describe", description = "One group: its members and its lag on every partition.")
    static final class Describe extends Subcommand {

        @Mixin
        private final KafkaOptions kafka = new KafkaOptions();

        @Parameters(index = "0", paramLabel = "NAME", description = "group id")
        private String name;

        @Override
        public Integer call() {
            try (ClusterReader reader = OneReading.reader(kafka, NameFilter.all(), OneReading.only(name))) {
                GroupLag lag = OneReading.of(reader, err()).lag().groups().stream()
                        .filter(found -> found.group().id().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new UserException(
                                "group: " + name + " (expected: one that exists; klamm groups list shows all)"));
                print(head(lag) + partitions(lag));
            }
            return 0;
        }

        private static String head(GroupLag lag) {
            Group group = lag.group();
            return "Group " + group.id() + ": type " + group.type().label() + ", state " + group.state() + ", "
                    + group.members().size() + " member(s), coordinator "
                    + (group.coordinator() < 0 ? UNKNOWN : group.coordinator())
                    + ", total lag " + number(lag.total())
                    + (group.offsets().isPresent() ? "" : " (its commits cannot be read)") + "\n\n";
        }

        private static String partitions(GroupLag lag) {
            Table table = new Table()
                    .text("GROUP")
                    .text("TOPIC")
                    .number("PARTITION")
                    .number("CURRENT-OFFSET")
                    .number("LOG-END-OFFSET")
                    .number("LAG")
                    .text("CONSUMER-ID")
                    .text("HOST")
                    .text("CLIENT-ID");
            for (PartitionLag partition : lag.partitions()) {
                table.row(
                        lag.group().id(),
                        partition.partition().topic(),
                        partition.partition().partition(),
                        number(partition.committed()),
                        number(partition.end()),
                        number(partition.lag()) + (partition.commitBeyondEnd() ? " (commit beyond end)" : ""),
                        ofOwner(partition, GroupMember::memberId),
                        ofOwner(partition, member -> "/" + member.host()),
                        ofOwner(partition, GroupMember::clientId));
            }
            return table.render();
        }

        private static String ofOwner(PartitionLag partition, Function<GroupMember, String> what) {
            @Nullable GroupMember owner = partition.owner();
            return owner == null ? UNKNOWN : what.apply(owner);
        }
    }

    private static String number(OptionalLong value) {
        return value.isPresent() ? Long.toString(value.getAsLong()) : UNKNOWN;
    }
}
