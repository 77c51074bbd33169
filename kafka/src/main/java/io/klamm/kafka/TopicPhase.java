package io.klamm.kafka;

import io.klamm.model.Broker;
import io.klamm.model.Partition;
import io.klamm.model.Topic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.admin.TopicListing;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;

/** The topics of one cycle: which there are, what their partitions are like, and from which offset to which they reach. */
final class TopicPhase {

    private final Cycle cycle;
    private final ClusterConfig config;
    private final Earlier earlier;
    private final RetentionPhase retentions;
    private final KafkaFuture<Collection<TopicListing>> listing;
    private final Map<String, TopicListing> listed = new TreeMap<>();
    private Map<String, KafkaFuture<TopicDescription>> asked = Map.of();
    private final Map<String, TopicDescription> described = new TreeMap<>();
    private final List<Topic> asBefore = new ArrayList<>();

    private TopicPhase(
            Cycle cycle,
            ClusterConfig config,
            Earlier earlier,
            RetentionPhase retentions,
            KafkaFuture<Collection<TopicListing>> listing) {
        this.cycle = cycle;
        this.config = config;
        this.earlier = earlier;
        this.retentions = retentions;
        this.listing = listing;
    }

    /** Begins by asking for the list. */
    static TopicPhase list(Cycle cycle, ClusterConfig config, Earlier earlier, Retentions known) {
        return new TopicPhase(cycle, config, earlier, new RetentionPhase(cycle, known), listTopics(cycle));
    }

    private static KafkaFuture<Collection<TopicListing>> listTopics(Cycle cycle) {
        cycle.calls().count("listTopics");
        return cycle.admin()
                .listTopics(new ListTopicsOptions().listInternal(true).timeoutMs(cycle.tryTimeout()))
                .listings();
    }

    /** Waits for the list; then asks for the topics that are read, and for those of their settings that are not known. */
    void describe() {
        Gathering.Answer<Collection<TopicListing>> answer = cycle.gathering().insist(listing, () -> listTopics(cycle));
        if (answer.value() == null) {
            throw ReadFailedException.of(config, answer.error());
        }
        for (TopicListing topic : answer.value()) {
            if (config.topics().accepts(topic.name())) {
                listed.put(topic.name(), topic);
            }
        }
        if (!listed.isEmpty()) {
            asked = describeTopics(listed.keySet());
        }
        retentions.ask(ids());
    }

    private Map<String, String> ids() {
        Map<String, String> ids = new TreeMap<>();
        listed.forEach((name, topic) -> ids.put(name, topic.topicId().toString()));
        return ids;
    }

    private Map<String, KafkaFuture<TopicDescription>> describeTopics(Set<String> names) {
        cycle.calls().count("describeTopics");
        return cycle.admin()
                .describeTopics(names, new DescribeTopicsOptions().timeoutMs(cycle.tryTimeout()))
                .topicNameValues();
    }

    /** Topics of which nothing is answered, also when asked again, stay as they were but for their offsets; those deleted meanwhile are left out. */
    void awaitDescriptions() {
        Map<String, Throwable> silent = new TreeMap<>();
        asked.forEach((name, future) -> take(name, future, silent));
        if (silent.values().stream().anyMatch(Advice::unanswered)) {
            Set<String> names = Set.copyOf(silent.keySet());
            silent.clear();
            describeTopics(names).forEach((name, future) -> take(name, future, silent));
        }
        if (described.isEmpty() && !silent.isEmpty()) {
            throw ReadFailedException.of(config, silent.values().iterator().next());
        }
        silent.forEach((name, error) -> {
            cycle.gathering().note("topics", name, Gathering.NO_BROKER, error);
            keepAsBefore(name);
        });
    }

    private void take(String name, KafkaFuture<TopicDescription> future, Map<String, Throwable> silent) {
        Gathering.Answer<TopicDescription> answer = cycle.gathering().answer(future);
        if (answer.value() != null) {
            described.put(name, answer.value());
        } else if (answer.error() != null && !Advice.gone(answer.error())) {
            silent.put(name, answer.error());
        }
    }

    private void keepAsBefore(String name) {
        TopicListing topic = listed.get(name);
        if (topic != null) {
            earlier.topic(name, topic.topicId().toString())
                    .map(TopicMapper::withoutOffsets)
                    .ifPresent(asBefore::add);
        }
    }

    /** Topics that were deleted and made again between being listed and being described. */
    Set<String> madeAgainMeanwhile() {
        Set<String> names = new HashSet<>();
        described.forEach((name, topic) -> {
            TopicListing before = listed.get(name);
            if (before != null && !before.topicId().equals(topic.topicId())) {
                names.add(name);
            }
        });
        return names;
    }

    /** All topics that are read, sorted, with the offsets that their leaders tell now. */
    List<Topic> topicsWithOffsets(List<Broker> brokers) {
        OffsetPhase offsets = OffsetPhase.ask(cycle, leaders(described.values()));
        Set<Integer> alive = brokers.stream()
                .filter(broker -> !broker.fenced())
                .map(Broker::id)
                .collect(Collectors.toSet());
        TopicMapper mapper = new TopicMapper(alive, offsets.await(), retentions.await());
        List<Topic> topics = new ArrayList<>(asBefore);
        described.values().forEach(topic -> topics.add(mapper.topic(topic)));
        topics.sort(Comparator.comparing(Topic::name));
        return topics;
    }

    /** A partition without leader would make the client wait for one until its time is up; it is offline, and that is known already. */
    private static Map<TopicPartition, Integer> leaders(Collection<TopicDescription> topics) {
        Map<TopicPartition, Integer> leaders = new LinkedHashMap<>();
        for (TopicDescription topic : topics) {
            for (TopicPartitionInfo partition : topic.partitions()) {
                int leader = TopicMapper.leader(partition);
                if (leader != Partition.NO_LEADER) {
                    leaders.put(new TopicPartition(topic.name(), partition.partition()), leader);
                }
            }
        }
        return leaders;
    }
}
