package io.klamm.cmd;

import io.klamm.lab.traffic.ProducerPlan;
import io.klamm.lab.traffic.ProducerProgress;
import io.klamm.lab.traffic.RateProducer;
import io.klamm.lab.traffic.TransactionPlan;
import io.klamm.lab.traffic.TransactionProducer;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code klamm produce}: sends messages at a rate that it holds. Exit code 1 when any was not acknowledged. */
@Command(name = "produce", description = "Sends messages at a steady rate.")
final class ProduceCommand extends Subcommand {

    @Mixin
    private final KafkaOptions kafka = new KafkaOptions();

    @Option(names = "--topic", paramLabel = "NAME", required = true)
    private String topic = "";

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "1000",
            description = "messages a second; 0: as fast as it goes (default: ${DEFAULT-VALUE})")
    private double rate;

    @Option(
            names = "--messages",
            paramLabel = "N",
            defaultValue = "0",
            description = "how many; 0: until Ctrl-C (default: ${DEFAULT-VALUE})")
    private long messages;

    @Option(
            names = "--size",
            paramLabel = "BYTES",
            defaultValue = "100",
            description = "of a message (default: ${DEFAULT-VALUE})")
    private int size;

    @Option(
            names = "--key-space",
            paramLabel = "N",
            defaultValue = "0",
            description = "how many different keys; 0: no keys (default: ${DEFAULT-VALUE})")
    private int keySpace;

    @Option(
            names = "--acks",
            paramLabel = "all|1|0",
            defaultValue = "all",
            description = "who must acknowledge (default: ${DEFAULT-VALUE})")
    private String acks = "all";

    @Option(
            names = "--transactional",
            description = "in transactions: one a second, or fewer where the rate is below 1")
    private boolean transactional;

    @Override
    public Integer call() throws Exception {
        return LabErrors.forThePerson(this::produce);
    }

    private int produce() {
        ProducerPlan plan = new ProducerPlan(topic, rate, messages, size, keySpace, acks);
        ProgressLine line = new ProgressLine(out());
        AtomicLong errors = new AtomicLong();
        Consumer<ProducerProgress> listener = progress -> {
            errors.set(progress.errors());
            line.show(text(progress), progress.done());
        };
        if (transactional) {
            sendInTransactions(TransactionPlan.of(plan), listener);
        } else {
            send(plan, listener);
        }
        return errors.get() == 0 ? 0 : UserException.FAILED;
    }

    private void send(ProducerPlan plan, Consumer<ProducerProgress> listener) {
        Stop stop = Stop.onSignal();
        try (RateProducer producer = RateProducer.start(kafka.clientSettings(), plan, listener)) {
            stop.awaitOr(producer::await);
        } finally {
            stop.done();
        }
    }

    private void sendInTransactions(TransactionPlan plan, Consumer<ProducerProgress> listener) {
        Stop stop = Stop.onSignal();
        try (TransactionProducer producer = TransactionProducer.start(kafka.clientSettings(), plan, listener)) {
            stop.awaitOr(producer::await);
        } finally {
            stop.done();
        }
    }

    private static String text(ProducerProgress progress) {
        return String.format(
                Locale.ROOT,
                "sent %,d, acknowledged %,d, %,.0f msg/s, latency p50 %.1f ms p99 %.1f ms, errors %,d%s",
                progress.sent(),
                progress.acknowledged(),
                progress.rate(),
                progress.p50Millis(),
                progress.p99Millis(),
                progress.errors(),
                progress.lastError().map(error -> " (last: " + error + ")").orElse(""));
    }
}
