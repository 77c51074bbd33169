package io.klamm.lag;

import io.klamm.lag.judge.LogView;
import io.klamm.model.ClusterSnapshot;
import io.klamm.model.LogDir;
import io.klamm.model.Partition;
import io.klamm.model.Retention;
import io.klamm.model.Topic;
import io.klamm.model.TopicPartition;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The logs of all topics of a cluster, as readings of it told. Guarded by the keeper's lock. */
final class KnownTopics {

    private static final long LONGEST_BETWEEN = 600_000;

    private final Map<String, KnownTopic> topics = new HashMap<>();
    private long readAt;
    private long readEvery;
    private boolean complete;

    /** One topic of one id. */
    private static final class KnownTopic {

        final String id;
        final boolean remade;
        KnownLog[] logs = new KnownLog[0];
        Optional<Retention> retention = Optional.empty();

        KnownTopic(String id, boolean remade) {
            this.id = id;
            this.remade = remade;
        }
    }

    /** Takes a reading; the names of topics that were made again since the one before. */
    Set<String> observe(ClusterSnapshot snapshot) {
        long time = snapshot.takenAt().toEpochMilli();
        readEvery = readAt == 0 ? 0 : Math.min(LONGEST_BETWEEN, Math.max(0, time - readAt));
        readAt = time;
        complete =
                snapshot.problems().stream().noneMatch(problem -> problem.fact().equals("topics"));
        Set<String> remade = new HashSet<>();
        Set<String> present = new HashSet<>();
        for (Topic topic : snapshot.topics()) {
            present.add(topic.name());
            if (observe(topic, time)) {
                remade.add(topic.name());
            }
        }
        if (complete) {
            topics.keySet().retainAll(present);
        }
        sizes(snapshot);
        return remade;
    }

    private boolean observe(Topic topic, long time) {
        KnownTopic known = topics.get(topic.name());
        boolean remade = known != null && !known.id.equals(topic.topicId());
        if (known == null || remade) {
            known = new KnownTopic(topic.topicId(), remade);
            topics.put(topic.name(), known);
        }
        if (topic.retention().isPresent()) {
            known.retention = topic.retention();
        }
        known.logs = grown(known.logs, topic);
        for (Partition partition : topic.partitions()) {
            known.logs[partition.id()].observe(partition, time);
        }
        return remade;
    }

    private static KnownLog[] grown(KnownLog[] logs, Topic topic) {
        int size = topic.partitions().stream()
                .mapToInt(partition -> partition.id() + 1)
                .max()
                .orElse(0);
        if (size <= logs.length) {
            return logs;
        }
        KnownLog[] grown = new KnownLog[size];
        System.arraycopy(logs, 0, grown, 0, logs.length);
        for (int i = logs.length; i < size; i++) {
            grown[i] = new KnownLog();
        }
        return grown;
    }

    /** All replicas of a partition hold about the same; the largest is nearest to what the leader has. */
    private void sizes(ClusterSnapshot snapshot) {
        Map<TopicPartition, Long> sizes = new HashMap<>();
        for (LogDir dir : snapshot.logDirs()) {
            for (LogDir.Replica replica : dir.replicas()) {
                if (!replica.future()) {
                    sizes.merge(replica.partition(), replica.sizeBytes(), Math::max);
                }
            }
        }
        sizes.forEach((partition, bytes) -> {
            KnownLog log = log(partition.topic(), partition.partition());
            if (log != null) {
                log.size(bytes);
            }
        });
    }

    /** Whether the newest reading knows the topic, or may have missed it. */
    boolean mayExist(String topic) {
        return !complete || topics.containsKey(topic);
    }

    @Nullable
    KnownLog log(String topic, int partition) {
        KnownTopic known = topics.get(topic);
        return known == null || partition >= known.logs.length ? null : known.logs[partition];
    }

    LogView view(String topic, int partition) {
        KnownTopic known = topics.get(topic);
        if (known == null || partition >= known.logs.length) {
            return LogView.UNKNOWN;
        }
        KnownLog log = known.logs[partition];
        return new LogView(
                log.ends,
                log.start,
                log.stable,
                known.remade,
                known.retention,
                log.bytesPerRecord(),
                log.startPerSecond(),
                readEvery);
    }

    int size() {
        return topics.size();
    }
}
