package io.klamm.lab.topic;

import io.klamm.lab.LabException;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.config.ConfigResource;

/** The topics of a cluster. Errors are {@link LabException} and name the topic, such as {@code topic: 'a' already exists}. */
public final class Topics implements AutoCloseable {

    private static final int API_MILLIS = 15_000;
    private static final long SETTLE_NANOS = 2_000_000_000L;
    /** The client asks any broker, so one yes is not everybody's. */
    private static final int SURE = 5;

    private final Admin admin;
    private final KafkaAnswer answer;

    private Topics(Admin admin, String addresses) {
        this.admin = admin;
        this.answer = new KafkaAnswer(addresses);
    }

    /** A client with these settings, of which {@code bootstrap.servers} is a must; throws {@link LabException} where they are wrong. */
    public static Topics connect(Map<String, ?> client) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(AdminClientConfig.CLIENT_ID_CONFIG, "klamm-lab-topics");
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, API_MILLIS);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, API_MILLIS / 3);
        settings.putAll(client);
        try {
            return new Topics(
                    Admin.create(settings), String.valueOf(settings.get(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG)));
        } catch (KafkaException e) {
            throw new LabException("client settings: " + reason(e), e);
        }
    }

    /** Creates a topic, and returns when the brokers know it. */
    public void create(String name, int partitions, int replicationFactor, Map<String, String> config) {
        if (partitions < 1) {
            throw new LabException("partitions: " + partitions + " (expected: 1 or more)");
        }
        if (replicationFactor < 1 || replicationFactor > Short.MAX_VALUE) {
            throw new LabException(
                    "replication factor: " + replicationFactor + " (expected: 1 to the number of brokers)");
        }
        NewTopic topic = new NewTopic(name, Optional.of(partitions), Optional.of((short) replicationFactor));
        answer.of(admin.createTopics(List.of(topic.configs(config))).all(), name);
        requireKnown(name);
    }

    /** Sorted by name. */
    public List<TopicSummary> list(boolean withInternal) {
        Collection<String> names = answer.of(
                admin.listTopics(new ListTopicsOptions().listInternal(withInternal))
                        .names(),
                "");
        return answer.of(admin.describeTopics(names).allTopicNames(), "").values().stream()
                .map(Topics::summary)
                .sorted(Comparator.comparing(TopicSummary::name))
                .toList();
    }

    /** Whether there is such a topic. Does not make it, whatever the brokers' settings. */
    public boolean exists(String name) {
        return answer.of(
                        admin.listTopics(new ListTopicsOptions().listInternal(true))
                                .names(),
                        name)
                .contains(name);
    }

    /** The topic; one that was created a moment ago is waited for, because brokers learn of it one after the other. */
    public TopicDetail describe(String name) {
        requireKnown(name);
        TopicDescription found = answer.of(admin.describeTopics(List.of(name)).allTopicNames(), name)
                .get(name);
        if (found == null) {
            throw new LabException("topic: '" + name + "' is missing from the answer");
        }
        return new TopicDetail(
                name,
                found.topicId().toString(),
                found.partitions().stream().map(Topics::partition).toList(),
                config(name));
    }

    /** Throws {@link LabException} where there is no such topic, also not a moment later on another broker. */
    public void requireKnown(String name) {
        long end = System.nanoTime() + SETTLE_NANOS;
        int seen = 0;
        while (seen < SURE) {
            if (exists(name)) {
                seen++;
            } else if (System.nanoTime() < end) {
                seen = 0;
                pause();
            } else {
                throw new LabException("topic: '" + name + "' does not exist (expected: one that was created)");
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabException("brokers: interrupted while waiting for a topic", e);
        }
    }

    public void delete(String name) {
        answer.of(admin.deleteTopics(List.of(name)).all(), name);
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(2));
    }

    private SortedMap<String, String> config(String name) {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, name);
        SortedMap<String, String> set = new TreeMap<>();
        for (Config config :
                answer.of(admin.describeConfigs(List.of(resource)).all(), name).values()) {
            config.entries().stream()
                    .filter(entry -> entry.source() == ConfigEntry.ConfigSource.DYNAMIC_TOPIC_CONFIG)
                    .forEach(entry -> set.put(entry.name(), entry.value()));
        }
        return set;
    }

    private static TopicSummary summary(TopicDescription topic) {
        List<TopicPartitionInfo> partitions = topic.partitions();
        int replicas = partitions.isEmpty() ? 0 : partitions.get(0).replicas().size();
        return new TopicSummary(topic.name(), partitions.size(), replicas, topic.isInternal());
    }

    private static PartitionDetail partition(TopicPartitionInfo partition) {
        Node leader = partition.leader();
        boolean led = leader != null && !leader.isEmpty();
        return new PartitionDetail(
                partition.partition(),
                led ? OptionalInt.of(leader.id()) : OptionalInt.empty(),
                ids(partition.replicas()),
                ids(partition.isr()));
    }

    private static List<Integer> ids(List<Node> nodes) {
        return nodes.stream().map(Node::id).toList();
    }

    private static String reason(KafkaException e) {
        Throwable cause = e.getCause();
        return cause == null || cause.getMessage() == null ? String.valueOf(e.getMessage()) : cause.getMessage();
    }
}
