package io.klamm.cmd;

import io.klamm.cmd.text.Table;
import io.klamm.lab.cluster.LabCluster;
import io.klamm.lab.cluster.LabConfig;
import io.klamm.lab.cluster.LabStatus;
import io.klamm.lab.cluster.Node;
import io.klamm.lab.cluster.NodeStatus;
import io.klamm.lab.cluster.Role;
import io.klamm.lab.cluster.Sasl;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code klamm lab}: the practice cluster of real brokers. */
@Command(
        name = "lab",
        description = "The practice cluster: real brokers on 127.0.0.1, to stop, kill and start again.",
        subcommands = {
            LabCommand.Up.class,
            LabCommand.Down.class,
            LabCommand.Status.class,
            LabCommand.StopBroker.class,
            LabCommand.KillBroker.class,
            LabCommand.StartBroker.class,
            LabConsumerCommands.StopConsumer.class,
            LabConsumerCommands.StartConsumer.class,
            LabCommand.Logs.class,
            LabSinkCommand.class
        })
final class LabCommand extends CommandGroup {

    /** What all of them share: the data directory, and errors of the lab as errors of the person. */
    abstract static class LabSubcommand extends Subcommand {

        @Mixin
        final DataDirOption dataDir = new DataDirOption();

        @Override
        public final Integer call() throws Exception {
            return LabErrors.forThePerson(() -> {
                run(dataDir);
                return 0;
            });
        }

        abstract void run(DataDirOption dir);

        final LabCluster open() {
            return LabCluster.open(dataDir.lab());
        }
    }

    @Command(name = "up", description = "Starts the cluster; it lives on until: klamm lab down")
    static final class Up extends LabSubcommand {

        @Option(
                names = "--brokers",
                paramLabel = "N",
                defaultValue = "3",
                description = "brokers (default: ${DEFAULT-VALUE})")
        private int brokers;

        @Option(
                names = "--controllers",
                paramLabel = "N",
                defaultValue = "1",
                description = "controllers (default: ${DEFAULT-VALUE})")
        private int controllers;

        @Option(
                names = "--kafka-port",
                paramLabel = "PORT",
                defaultValue = "9092",
                description = "port of the first broker; the others follow (default: ${DEFAULT-VALUE})")
        private int kafkaPort;

        @Option(
                names = "--sasl",
                paramLabel = "KIND",
                defaultValue = "none",
                description = "how clients log in: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
        private Sasl sasl = Sasl.NONE;

        @Override
        void run(DataDirOption dir) {
            LabConfig config = LabConfig.in(dir.lab())
                    .brokers(brokers)
                    .controllers(controllers)
                    .kafkaPort(kafkaPort)
                    .sasl(sasl)
                    .build();
            LabCluster lab = LabCluster.startResident(config, line -> err().println(line));
            print(table(lab.status()));
            if (sasl != Sasl.NONE) {
                out().println("Clients log in with: --command-config " + lab.clientPropertiesFile());
            }
        }
    }

    @Command(name = "down", description = "Ends all its processes; its data stays.")
    static final class Down extends LabSubcommand {
        @Override
        void run(DataDirOption dir) {
            open().down();
            out().println("The lab in " + dir.lab() + " is down.");
        }
    }

    @Command(name = "status", description = "Its processes, their ports and logs.")
    static final class Status extends LabSubcommand {
        @Override
        void run(DataDirOption dir) {
            print(table(open().status()));
        }
    }

    /** A sub-command on one broker. */
    abstract static class OnBroker extends LabSubcommand {

        @Parameters(index = "0", paramLabel = "N", description = "the broker's id")
        private int broker;

        @Override
        final void run(DataDirOption dir) {
            LabCluster lab = open();
            on(lab, broker);
            print(table(lab.status()));
        }

        abstract void on(LabCluster lab, int id);
    }

    @Command(name = "stop-broker", description = "Ends a broker as its operator would (SIGTERM).")
    static final class StopBroker extends OnBroker {
        @Override
        void on(LabCluster lab, int id) {
            lab.stop(id);
        }
    }

    @Command(name = "kill-broker", description = "Ends a broker as a power cut would (SIGKILL).")
    static final class KillBroker extends OnBroker {
        @Override
        void on(LabCluster lab, int id) {
            lab.kill(id);
        }
    }

    @Command(name = "start-broker", description = "Starts a broker that is down, and waits until it is ready.")
    static final class StartBroker extends OnBroker {
        @Override
        void on(LabCluster lab, int id) {
            lab.start(id);
        }
    }

    @Command(name = "logs", description = "The end of a node's log.")
    static final class Logs extends LabSubcommand {

        @Parameters(index = "0", paramLabel = "N", description = "the node's id")
        private int node;

        @Option(
                names = "--lines",
                paramLabel = "COUNT",
                defaultValue = "50",
                description = "how many (default: ${DEFAULT-VALUE})")
        private int lines;

        @Override
        void run(DataDirOption dir) {
            List<String> tail = open().logTail(node, lines);
            tail.forEach(line -> out().println(line));
        }
    }

    static String table(LabStatus status) {
        Table table = new Table()
                .number("NODE")
                .text("ROLE")
                .text("STATE")
                .text("ADDRESS")
                .number("JMX")
                .number("PID")
                .number("RSS")
                .text("LOG");
        for (NodeStatus node : status.nodes()) {
            Node what = node.node();
            table.row(
                    what.id(),
                    what.role() == Role.BROKER ? "broker" : "controller",
                    node.state().name().toLowerCase(Locale.ROOT),
                    "127.0.0.1:" + what.port(),
                    what.jmxPort(),
                    orDash(node.pid()),
                    megabytes(node.rssBytes()),
                    node.log());
        }
        return table.render();
    }

    private static String orDash(OptionalLong value) {
        return value.isPresent() ? Long.toString(value.getAsLong()) : "-";
    }

    private static String megabytes(OptionalLong bytes) {
        return bytes.isPresent() ? bytes.getAsLong() / (1024 * 1024) + "MB" : "-";
    }
}
