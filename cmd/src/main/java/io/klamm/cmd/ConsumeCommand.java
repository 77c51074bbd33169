package io.klamm.cmd;

import io.klamm.lab.traffic.ConsumerPlan;
import io.klamm.lab.traffic.ConsumerProgress;
import io.klamm.lab.traffic.GroupProtocol;
import io.klamm.lab.traffic.SlowConsumer;
import java.time.Duration;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code klamm consume}: reads messages, slowly on purpose, and commits as it goes. */
@Command(name = "consume", description = "Reads messages, slowly on purpose, and commits as it goes.")
final class ConsumeCommand extends Subcommand {

    private static final double NANOS = 1e9;

    @Mixin
    private final KafkaOptions kafka = new KafkaOptions();

    @Option(names = "--topic", paramLabel = "NAME", required = true)
    private String topic = "";

    @Option(names = "--group", paramLabel = "NAME", required = true)
    private String group = "";

    @Option(
            names = "--process-time",
            paramLabel = "SECONDS",
            defaultValue = "0.01",
            description = "for each message (default: ${DEFAULT-VALUE})")
    private double processTime;

    @Option(
            names = "--group-protocol",
            paramLabel = "KIND",
            defaultValue = "classic",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
    private GroupProtocol protocol = GroupProtocol.CLASSIC;

    @Option(
            names = "--from-latest",
            description = "a group without commits begins at the newest message, not at the oldest")
    private boolean fromLatest;

    @Option(names = "--read-committed", description = "messages of transactions only when they are committed")
    private boolean readCommitted;

    @Option(
            names = "--recommit",
            description = "with nothing new, commits again each second, as clients with automatic commits do")
    private boolean recommit;

    @Override
    public Integer call() throws Exception {
        return LabErrors.forThePerson(this::consume);
    }

    private int consume() {
        if (!(processTime >= 0 && processTime <= 3600)) {
            throw new UserException(
                    "--process-time: " + processTime + " (expected: seconds, 0 to 3600)", UserException.USAGE);
        }
        Duration eachMessage = Duration.ofNanos(Math.round(processTime * NANOS));
        ConsumerPlan plan = new ConsumerPlan(topic, group, eachMessage, protocol, !fromLatest, readCommitted, recommit);
        ProgressLine line = new ProgressLine(out());
        Stop stop = Stop.onSignal();
        try (SlowConsumer consumer = SlowConsumer.start(
                kafka.clientSettings(), plan, progress -> line.show(text(progress), progress.done()))) {
            stop.awaitOr(consumer::await);
        } finally {
            stop.done();
        }
        return 0;
    }

    private static String text(ConsumerProgress progress) {
        return String.format(
                Locale.ROOT,
                "consumed %,d, %,.0f msg/s, lag %s, partitions %d%s",
                progress.consumed(),
                progress.rate(),
                progress.lag().isPresent()
                        ? String.format(Locale.ROOT, "%,d", progress.lag().getAsLong())
                        : "-",
                progress.partitions(),
                progress.lastError()
                        .map(error -> " (last error: " + error + ")")
                        .orElse(""));
    }
}
