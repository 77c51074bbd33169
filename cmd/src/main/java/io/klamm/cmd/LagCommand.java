package io.klamm.cmd;

import io.klamm.kafka.ClusterReader;
import io.klamm.kafka.NameFilter;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code klamm lag}: from a running server ({@code --url}) or straight from the brokers. */
@Command(
        name = "lag",
        subcommands = LagReplayCommand.class,
        description = "Lag by group and partition, straight from the brokers or (--url) from a running server.")
final class LagCommand extends Subcommand {

    private static final String CLEAR_SCREEN = "\u001b[H\u001b[2J";

    @Mixin
    private final KafkaOptions kafka = new KafkaOptions();

    @Mixin
    private final ClusterOptions served = new ClusterOptions();

    @Option(names = "--group", paramLabel = "GROUP", description = "only this group")
    private @Nullable String group;

    @Option(names = "--topic", paramLabel = "TOPIC", description = "only this topic")
    private @Nullable String topic;

    @Option(names = "--json", description = "as JSON, one object a partition")
    private boolean json;

    @Option(names = "--watch", description = "again and again, until Ctrl-C")
    private boolean watch;

    @Option(
            names = "--interval",
            paramLabel = "SECONDS",
            defaultValue = "2",
            description = "with --watch (default: ${DEFAULT-VALUE})")
    private int interval;

    @Override
    public Integer call() throws InterruptedException {
        if (served.given()) {
            ServedCluster cluster = served.cluster(System.getenv());
            return show(() -> fromServer(cluster));
        }
        if (!json) {
            err().println(OneReading.CANNOT_JUDGE);
        }
        NameFilter topics = OneReading.only(topic);
        try (ClusterReader reader = OneReading.reader(kafka, topics, OneReading.only(group))) {
            return show(() -> LagRows.of(OneReading.of(reader, err()).lag(), topic));
        }
    }

    private int show(Supplier<LagRows> source) throws InterruptedException {
        if (!watch) {
            return show(source.get());
        }
        Duration pause = Duration.ofSeconds(Math.max(1, interval));
        while (true) {
            LagRows rows = source.get();
            print(!Boolean.getBoolean("klamm.terminal") || json ? "" : CLEAR_SCREEN);
            show(rows);
            TimeUnit.MILLISECONDS.sleep(pause.toMillis());
        }
    }

    private int show(LagRows rows) {
        if (json) {
            print(rows.json());
            return 0;
        }
        if (!rows.isEmpty()) {
            print(rows.text());
            return 0;
        }
        err().println(group == null ? "klamm: no group has committed or reads anything" : nothingOf(group));
        return group == null || watch ? 0 : UserException.FAILED;
    }

    private static String nothingOf(String name) {
        return "klamm: group: " + name
                + " (expected: one that exists and has committed or been assigned something; klamm groups list shows all)";
    }

    private LagRows fromServer(ServedCluster cluster) {
        String filters = filter("group", group) + filter("topic", topic);
        LagRows rows = LagRows.empty();
        cluster.all("/lag" + (filters.isEmpty() ? "" : "?" + filters.substring(1)), "partitions")
                .forEach(rows::add);
        return rows;
    }

    private static String filter(String name, @Nullable String value) {
        return value == null ? "" : "&" + name + "=" + ServerApi.segment(value);
    }
}
