package io.klamm.cmd.server;

import io.klamm.cmd.alerting.AlertingSettings;
import io.klamm.cmd.burrow.BurrowSetup;
import io.klamm.cmd.store.StoreSettings;
import io.klamm.collector.zookeeper.ZooKeeperConfig;
import io.klamm.kafka.ClusterConfig;
import io.klamm.kafka.OffsetsTopicConfig;
import io.klamm.lag.LagSettings;
import io.klamm.web.BurrowConfig;
import io.klamm.web.MetricsProfile;
import io.klamm.web.WebConfig;
import io.klamm.web.burrow.BurrowOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** From what a configuration of Burrow asks for to the settings of a server. */
final class FromBurrow {

    private final BurrowSetup setup;
    private final Path dataDir;

    FromBurrow(BurrowSetup setup, Path dataDir) {
        this.setup = setup;
        this.dataDir = dataDir;
    }

    ServerSettings settings(Optional<String> listen) {
        WebConfig web = web();
        return new ServerSettings(
                listen.map(web::listeningAt).orElse(web),
                StoreSettings.usual(dataDir),
                Optional.empty(),
                AlertingSettings.usual(),
                setup.clusters().stream().map(this::cluster).toList(),
                Optional.of(setup));
    }

    private WebConfig web() {
        List<BurrowConfig.Listener> listeners = setup.listeners().stream()
                .map(listener -> new BurrowConfig.Listener(listener.host(), listener.port()))
                .toList();
        BurrowOptions usual = BurrowOptions.USUAL;
        BurrowOptions options = new BurrowOptions(
                setup.config().general().accessControlAllowOrigin(),
                usual.v2(),
                usual.unescapeAgain(),
                usual.denseOffsets());
        return new WebConfig(
                WebConfig.DEFAULT_HOST,
                WebConfig.DEFAULT_PORT,
                Optional.of(dataDir),
                List.of(),
                WebConfig.Limits.USUAL,
                MetricsProfile.USUAL,
                new BurrowConfig(true, listeners, options));
    }

    private ClusterSettings cluster(ClusterConfig cluster) {
        return new ClusterSettings(
                new ClusterConfig(
                        cluster.name(),
                        cluster.bootstrapServers(),
                        cluster.interval(),
                        cluster.topics(),
                        cluster.groups(),
                        cluster.client(),
                        offsetsTopic(cluster.name())),
                LagSettings.DEFAULT,
                window(),
                HistorySettings.usual(dataDir),
                zooKeepers(cluster.name()));
    }

    /** Where two consumers read one cluster, as for two filters, the topic is read once; groups are filtered by what either would look at. */
    private OffsetsTopicConfig offsetsTopic(String cluster) {
        return setup.offsetsTopics().stream()
                .filter(each -> each.cluster().equals(cluster))
                .findFirst()
                .map(each -> new OffsetsTopicConfig(OffsetsTopicConfig.Reading.AUTO, each.topic(), start(each)))
                .orElseGet(() -> new OffsetsTopicConfig(
                        OffsetsTopicConfig.Reading.OFF,
                        OffsetsTopicConfig.TOPIC,
                        OffsetsTopicConfig.defaults().start()));
    }

    private static OffsetsTopicConfig.Start start(BurrowSetup.OffsetsTopic topic) {
        if (!topic.startLatest()) {
            return new OffsetsTopicConfig.Start.Oldest();
        }
        return topic.backfillEarliest()
                ? new OffsetsTopicConfig.Start.LatestThenOldest()
                : new OffsetsTopicConfig.Start.Recent(Duration.ZERO);
    }

    private BurrowWindow window() {
        BurrowSetup.Window window = setup.window();
        return new BurrowWindow(
                window.intervals(),
                window.minDistance(),
                window.expireGroup(),
                window.groups(),
                setup.evaluation().expireCache(),
                setup.evaluation().minimumComplete(),
                setup.evaluation().allowedLag());
    }

    private List<ClusterSettings.ZooKeeperSource> zooKeepers(String cluster) {
        return setup.zooKeepers().stream()
                .filter(each -> each.cluster().equals(cluster))
                .map(each -> new ClusterSettings.ZooKeeperSource(
                        ZooKeeperConfig.of(cluster, each.connect(), each.path(), each.timeout()), each.groups()))
                .toList();
    }
}
