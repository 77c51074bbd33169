package io.klamm.cmd;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code klamm demo}: the main job in one command. Ends all that it began on Ctrl-C or SIGTERM. */
@Command(
        name = "demo",
        description = "Three real brokers, a producer, a slow consumer, and the server that watches them.")
final class DemoCommand extends Subcommand {

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "of the page (default: ${DEFAULT-VALUE})")
    private int port;

    @Option(
            names = "--kafka-port",
            paramLabel = "PORT",
            defaultValue = "9092",
            description = "of the first broker (default: ${DEFAULT-VALUE})")
    private int kafkaPort;

    @Option(
            names = "--slack-url",
            paramLabel = "URL",
            description = "webhook that alerts are sent to; without one they are printed here")
    private Optional<String> slackUrl = Optional.empty();

    @Mixin
    private final DataDirOption dataDir = new DataDirOption();

    @Override
    public Integer call() throws Exception {
        requireFree(port);
        Stop stop = Stop.onSignal();
        try {
            return LabErrors.forThePerson(() -> run(stop));
        } finally {
            stop.done();
        }
    }

    private int run(Stop stop) throws Exception {
        long began = System.nanoTime();
        try (Demo demo = new Demo(dataDir, kafkaPort, port, slackUrl, line -> err().println("  " + line))) {
            if (!demo.start(stop)) {
                return 0;
            }
            out().println("Klamm is ready at " + demo.url());
            out().flush();
            err().println("  after " + (System.nanoTime() - began) / 1_000_000_000 + " s. Try, in another terminal:");
            err().println("    klamm lag --group " + Demo.GROUP + " --watch");
            err().println("    klamm lab kill-broker 3      and then      klamm lab start-broker 3");
            err().println("    klamm query 'sum by (topic) (kafka_consumergroup_lag)' --range 10m --format graph");
            err().println("    klamm alerts list");
            err().println("    klamm status");
            err().println("  Ctrl-C ends everything.");
            demo.watch(stop);
            err().println("  ending the consumer, the producer, the server and the brokers");
        }
        return 0;
    }

    /** Better said before the brokers are started than after. */
    private static void requireFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new UserException("--port: " + port
                    + " is taken (expected: a free port; is another klamm running? --port moves the page)");
        } catch (IllegalArgumentException e) {
            throw new UserException("--port: " + port + " (expected: 1 to 65535)", UserException.USAGE);
        }
    }
}
