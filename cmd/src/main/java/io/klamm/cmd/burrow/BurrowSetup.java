package io.klamm.cmd.burrow;

import io.klamm.config.burrow.BurrowConfig;
import io.klamm.kafka.ClientProperties;
import io.klamm.kafka.ClusterConfig;
import io.klamm.kafka.NameFilter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a Burrow configuration asks for, in the words of Klamm's rooms. Holds secrets only in types that do not show them.
 *
 * @param config all that the file says, for whoever shows it
 * @param clusters what is read through the Admin API, at least one, by name
 * @param offsetsTopics where commits are read in Kafka, by name
 * @param zooKeepers where commits are read in ZooKeeper, by name
 * @param window which commits are kept
 * @param evaluation how Burrow's own verdict is reached
 * @param listeners where Burrow's API is answered beside Klamm's own address, by name; may be none
 * @param krb5Conf the Kerberos configuration that the whole process has to use; empty for the machine's own
 */
public record BurrowSetup(
        BurrowConfig config,
        List<ClusterConfig> clusters,
        List<OffsetsTopic> offsetsTopics,
        List<ZooKeeperOffsets> zooKeepers,
        Window window,
        Evaluation evaluation,
        List<Listener> listeners,
        Optional<Path> krb5Conf) {

    public BurrowSetup {
        clusters = List.copyOf(clusters);
        offsetsTopics = List.copyOf(offsetsTopics);
        zooKeepers = List.copyOf(zooKeepers);
        listeners = List.copyOf(listeners);
    }

    /**
     * Commits in a topic of Kafka.
     *
     * @param name of the consumer section
     * @param cluster the name of one of {@link #clusters}
     * @param bootstrapServers {@code host:port}, comma-separated
     * @param startLatest whether commits before the start are left out
     * @param backfillEarliest whether they are read after all, beside the new ones; means something only with {@code startLatest}
     * @param groups which groups are looked at, before {@link Window#groups}
     */
    public record OffsetsTopic(
            String name,
            String cluster,
            String bootstrapServers,
            ClientProperties client,
            String topic,
            boolean startLatest,
            boolean backfillEarliest,
            NameFilter groups) {}

    /**
     * Commits in ZooKeeper.
     *
     * @param name of the consumer section
     * @param cluster the name of one of {@link #clusters}
     * @param connect {@code host:port}, comma-separated, without a path
     * @param path what stands before {@code /consumers}; empty for nothing
     * @param timeout of the session
     * @param groups which groups are looked at, before {@link Window#groups}
     */
    public record ZooKeeperOffsets(
            String name, String cluster, String connect, String path, Duration timeout, NameFilter groups) {}

    /**
     * Which commits are kept.
     *
     * @param intervals how many of each partition
     * @param expireGroup a group that has not committed for so long is forgotten
     * @param minDistance a commit that follows another sooner takes its place
     * @param groups which groups are kept
     */
    public record Window(int intervals, Duration expireGroup, Duration minDistance, NameFilter groups) {}

    /**
     * How Burrow's own verdict is reached.
     *
     * @param expireCache how long a verdict is given out before a new one is made
     * @param minimumComplete a partition whose window is filled less than this share, 0 to 1, is not judged
     * @param allowedLag a lag of so many records counts as none
     */
    public record Evaluation(Duration expireCache, double minimumComplete, long allowedLag) {}

    /**
     * Where Burrow's API is answered.
     *
     * @param name of the section
     * @param host name or address; {@link Listener#EVERYWHERE} for all of the machine
     * @param port 0 for any free one
     * @param timeout how long a client may take
     * @param allowOrigin what browsers are told about other sites' pages; empty for nothing
     */
    public record Listener(String name, String host, int port, Duration timeout, String allowOrigin) {

        public static final String EVERYWHERE = "0.0.0.0";
    }
}
