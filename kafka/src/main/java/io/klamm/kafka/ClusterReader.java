package io.klamm.kafka;

import io.klamm.model.Broker;
import io.klamm.model.ClusterSnapshot;
import io.klamm.model.Group;
import io.klamm.model.Quorum;
import io.klamm.model.Topic;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * Reads one cluster through the Admin API, once for each {@link #read}.
 *
 * <p>A reading has three steps, each of which sends all its requests at once and waits for them together: what is there (brokers, topics,
 * groups, quorum); what it is like (partitions, members, <em>committed offsets</em>, log directories); and then the <em>end offsets</em>. Ends are
 * read after commits, so a lag is never negative by our doing. The Admin client batches by broker and by coordinator, so the number of requests
 * does not grow with partitions or groups (but for {@code DescribeTopicPartitions}, of which brokers answer 2,000 partitions at a time). A reading ends after
 * {@value #LIMIT_SECONDS} s at the latest.
 *
 * <p>Not for use by several threads, but for {@link #close} and {@link #calls}.
 */
public final class ClusterReader implements AutoCloseable {

    private static final int LIMIT_SECONDS = 14;

    /** Time for the first step and something of the others. */
    private static final long WORTH_ANOTHER_MILLIS = 8_000;

    private final ClusterConfig config;
    private final Clock clock;
    private final AdminHolder admins;
    private final Calls calls = new Calls();
    private final Set<String> unreadableGroups = new HashSet<>();
    private final Retentions retentions = new Retentions();
    private long cycles;
    private Earlier earlier = Earlier.nothing();

    /** Connects to nothing. */
    public ClusterReader(ClusterConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
        this.admins = new AdminHolder(config);
    }

    /**
     * Reads everything; what could not be had is among the snapshot's problems.
     *
     * @throws ReadFailedException when not even brokers and topics could be had
     */
    public ClusterSnapshot read() {
        long began = System.nanoTime();
        Deadline deadline = new Deadline(System::nanoTime, Duration.ofSeconds(LIMIT_SECONDS));
        while (true) {
            try {
                ClusterSnapshot snapshot = read(deadline, began);
                admins.prove();
                earlier = Earlier.of(snapshot);
                return snapshot;
            } catch (ReadFailedException e) {
                // A certificate may have been replaced since, the client's own thread have ended, or the client be
                // waiting for
                // one that hangs of its first addresses: a new client reads, begins and chooses anew.
                admins.discard();
                if (!e.unanswered() || deadline.leftMillis() < WORTH_ANOTHER_MILLIS) {
                    throw e;
                }
            }
        }
    }

    private ClusterSnapshot read(Deadline deadline, long began) {
        boolean proven = admins.proven();
        Gathering gathering = new Gathering(deadline, config.client()::withoutSecrets, proven);
        return read(new Cycle(admins.admin(), calls, gathering, deadline, clock.instant()), began);
    }

    private ClusterSnapshot read(Cycle cycle, long began) {
        BrokerPhase brokerPhase = BrokerPhase.ask(cycle, config, admins);
        TopicPhase topicPhase = TopicPhase.list(cycle, config, earlier, retentions);
        GroupPhase groupPhase = GroupPhase.list(cycle, config, earlier, unreadableGroups);

        List<Broker> brokers = brokerPhase.brokers();
        topicPhase.describe();
        brokerPhase.askLogDirs(brokers);
        groupPhase.describe();
        topicPhase.awaitDescriptions();
        List<Group> groups = groupPhase.groups();

        List<Topic> topics = topicPhase.topicsWithOffsets(brokers);
        Set<String> madeAgain = earlier.madeAgain(topics);
        madeAgain.addAll(topicPhase.madeAgainMeanwhile());
        List<Group> current = groups.stream()
                .map(group -> earlier.withoutStaleCommits(group, madeAgain))
                .toList();
        Optional<Quorum> quorum = brokerPhase.quorum();
        // Brokers of a KRaft cluster name any one of themselves as controller; the quorum knows better.
        int controller = quorum.map(Quorum::leaderId).orElseGet(brokerPhase::controller);
        return new ClusterSnapshot(
                config.name(),
                brokerPhase.clusterId(),
                ++cycles,
                clock.instant(),
                Duration.ofNanos(System.nanoTime() - began),
                controller,
                brokers,
                topics,
                brokerPhase.logDirs(),
                quorum,
                current,
                cycle.gathering().problems());
    }

    /** Calls of the Admin API since the start, by name. */
    public SortedMap<String, Long> calls() {
        return calls.byName();
    }

    /** Requests on the wire since the client was made, of whatever kind; 0 before. */
    public long requestsSent() {
        return admins.requestsSent();
    }

    /** Ends a reading that is under way, and closes all connections; takes half a second at most. Safe to call twice. */
    @Override
    public void close() {
        admins.close();
    }
}
