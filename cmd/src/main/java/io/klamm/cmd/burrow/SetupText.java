package io.klamm.cmd.burrow;

import io.klamm.cmd.burrow.BurrowSetup.Evaluation;
import io.klamm.cmd.burrow.BurrowSetup.Listener;
import io.klamm.cmd.burrow.BurrowSetup.OffsetsTopic;
import io.klamm.cmd.burrow.BurrowSetup.Window;
import io.klamm.cmd.burrow.BurrowSetup.ZooKeeperOffsets;
import io.klamm.config.Durations;
import io.klamm.kafka.ClientProperties;
import io.klamm.kafka.ClusterConfig;
import java.util.ArrayList;
import java.util.List;

/** What was understood of a configuration of Burrow, in words for the person who wrote it. Holds no secret. */
public final class SetupText {

    private SetupText() {}

    /** One line with everything in short, then one for each thing that will run. */
    public static List<String> lines(BurrowSetup setup) {
        List<String> lines = new ArrayList<>();
        lines.add(setup.clusters().size() + " cluster(s), "
                + (setup.offsetsTopics().size() + setup.zooKeepers().size())
                + " consumer(s), " + setup.listeners().size() + " listener(s) for Burrow's API");
        setup.clusters().forEach(cluster -> lines.add(cluster(cluster)));
        setup.offsetsTopics().forEach(topic -> lines.add(topic(topic)));
        setup.zooKeepers().forEach(zooKeeper -> lines.add(zooKeeper(zooKeeper)));
        lines.add(window(setup.window()));
        lines.add(evaluation(setup.evaluation()));
        setup.listeners().forEach(listener -> lines.add(listener(listener)));
        setup.krb5Conf().ifPresent(file -> lines.add("  Kerberos configuration of the process: " + file));
        return lines;
    }

    private static String cluster(ClusterConfig cluster) {
        return "  cluster " + cluster.name() + ": " + cluster.bootstrapServers() + ", read every "
                + Durations.text(cluster.interval()) + ", " + client(cluster.client());
    }

    private static String topic(OffsetsTopic topic) {
        return "  consumer " + topic.name() + ": " + topic.topic() + " of cluster " + topic.cluster() + ", from "
                + start(topic) + ", groups " + topic.groups();
    }

    private static String start(OffsetsTopic topic) {
        if (!topic.startLatest()) {
            return "its beginning";
        }
        return topic.backfillEarliest() ? "its end, and what was before as well" : "its end";
    }

    private static String zooKeeper(ZooKeeperOffsets zooKeeper) {
        return "  consumer " + zooKeeper.name() + ": ZooKeeper " + zooKeeper.connect() + zooKeeper.path()
                + "/consumers for cluster " + zooKeeper.cluster() + ", groups " + zooKeeper.groups();
    }

    private static String window(Window window) {
        return "  window: " + window.intervals() + " commits, at least " + Durations.text(window.minDistance())
                + " apart, groups forgotten after " + Durations.text(window.expireGroup());
    }

    private static String evaluation(Evaluation evaluation) {
        return "  verdict: kept for " + Durations.text(evaluation.expireCache()) + ", allowed lag "
                + evaluation.allowedLag() + ", least share of the window " + evaluation.minimumComplete();
    }

    private static String listener(Listener listener) {
        return "  httpserver " + listener.name() + ": " + listener.host() + ":" + listener.port();
    }

    /** The protocol, and the mechanism if there is one. */
    private static String client(ClientProperties client) {
        String protocol = client.values().getOrDefault("security.protocol", "PLAINTEXT");
        String mechanism = client.values().get("sasl.mechanism");
        return mechanism == null ? protocol : protocol + " with " + mechanism;
    }
}
