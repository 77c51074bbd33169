package io.klamm.cmd;

import io.klamm.cmd.text.Table;
import io.klamm.lab.topic.PartitionDetail;
import io.klamm.lab.topic.TopicDetail;
import io.klamm.lab.topic.Topics;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code klamm topic}: makes, lists, describes and deletes topics. */
@Command(
        name = "topic",
        description = "Makes, lists, describes and deletes topics.",
        subcommands = {
            TopicCommand.Create.class,
            TopicCommand.ListTopics.class,
            TopicCommand.Describe.class,
            TopicCommand.Delete.class
        })
final class TopicCommand extends CommandGroup {

    abstract static class OnTopics extends Subcommand {

        @Mixin
        private final KafkaOptions kafka = new KafkaOptions();

        @Override
        public final Integer call() throws Exception {
            return LabErrors.forThePerson(() -> {
                try (Topics topics = Topics.connect(kafka.clientSettings())) {
                    run(topics);
                }
                return 0;
            });
        }

        abstract void run(Topics topics);
    }

    @Command(name = "create", description = "Makes a topic: klamm topic create test-lag 3 3")
    static final class Create extends OnTopics {

        @Parameters(index = "0", paramLabel = "NAME")
        private String name;

        @Parameters(index = "1", arity = "0..1", paramLabel = "PARTITIONS")
        private @Nullable Integer partitions;

        @Parameters(index = "2", arity = "0..1", paramLabel = "REPLICATION-FACTOR")
        private @Nullable Integer replicationFactor;

        @Option(names = "--partitions", paramLabel = "N", description = "the same as the second word (default: 1)")
        private @Nullable Integer partitionsOption;

        @Option(
                names = "--replication-factor",
                paramLabel = "N",
                description = "the same as the third word (default: 1)")
        private @Nullable Integer replicationFactorOption;

        @Option(
                names = "--config",
                paramLabel = "KEY=VALUE",
                description = "a setting of the topic; may be given several times")
        private Map<String, String> config = Map.of();

        @Override
        void run(Topics topics) {
            int count = either(partitions, partitionsOption, "partitions");
            int replicas = either(replicationFactor, replicationFactorOption, "replication factor");
            topics.create(name, count, replicas, config);
            out().println("Created topic " + name + ": " + count + " partition(s), " + replicas + " replica(s) each");
        }

        private static int either(@Nullable Integer word, @Nullable Integer option, String what) {
            if (word != null && option != null && !word.equals(option)) {
                throw new UserException(
                        what + ": " + word + " and " + option + " (expected: given once)", UserException.USAGE);
            }
            if (word != null) {
                return word;
            }
            return option == null ? 1 : option;
        }
    }

    @Command(name = "list", description = "All topics.")
    static final class ListTopics extends OnTopics {

        @Option(names = "--internal", description = "Kafka's own topics too")
        private boolean internal;

        @Override
        void run(Topics topics) {
            Table table = new Table().text("TOPIC").number("PARTITIONS").number("REPLICATION-FACTOR");
            topics.list(internal)
                    .forEach(topic -> table.row(topic.name(), topic.partitions(), topic.replicationFactor()));
            print(table.render());
        }
    }

    @Command(name = "describe", description = "One topic with its partitions.")
    static final class Describe extends OnTopics {

        @Parameters(index = "0", paramLabel = "NAME")
        private String name;

        @Override
        void run(Topics topics) {
            TopicDetail topic = topics.describe(name);
            long underReplicated = topic.partitions().stream()
                    .filter(PartitionDetail::underReplicated)
                    .count();
            out().println("Topic " + topic.name() + " (" + topic.id() + "): "
                    + topic.partitions().size() + " partition(s), " + underReplicated + " under-replicated"
                    + (topic.config().isEmpty() ? "" : ", config " + topic.config()));
            Table table = new Table()
                    .number("PARTITION")
                    .number("LEADER")
                    .text("REPLICAS")
                    .text("ISR")
                    .text("STATE");
            for (PartitionDetail partition : topic.partitions()) {
                table.row(
                        partition.id(),
                        partition.leader().isPresent() ? partition.leader().getAsInt() : "none",
                        joined(partition.replicas()),
                        joined(partition.inSync()),
                        state(partition));
            }
            print(table.render());
        }

        private static String state(PartitionDetail partition) {
            if (partition.leader().isEmpty()) {
                return "offline";
            }
            return partition.underReplicated() ? "under-replicated" : "ok";
        }

        private static String joined(List<Integer> ids) {
            return ids.stream().map(String::valueOf).collect(Collectors.joining(","));
        }
    }

    @Command(name = "delete", description = "Deletes a topic and all that is in it.")
    static final class Delete extends OnTopics {

        @Parameters(index = "0", paramLabel = "NAME")
        private String name;

        @Override
        void run(Topics topics) {
            topics.delete(name);
            out().println("Deleted topic " + name);
        }
    }
}
