package io.klamm.benchmarks;

import io.klamm.kafka.NameFilter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** Fills a cluster: 20 topics of 100 partitions with two replicas, and 1,000 groups that have committed on all of the first topic. */
final class BenchmarkData implements AutoCloseable {

    private static final int TOPICS = 20;
    private static final int PARTITIONS = 100;
    private static final int GROUPS = 1_000;
    private static final int AT_ONCE = 50;

    private final Admin admin;

    BenchmarkData(Map<String, Object> client) {
        Map<String, Object> patient = new HashMap<>(client);
        patient.put("default.api.timeout.ms", 120_000);
        patient.put("request.timeout.ms", 60_000);
        this.admin = Admin.create(patient);
    }

    static NameFilter onlyFirstTopic() {
        return NameFilter.of(List.of("bench-0"), List.of());
    }

    void createTopics() throws ExecutionException, InterruptedException {
        for (int n = 0; n < TOPICS; n++) {
            admin.createTopics(List.of(new NewTopic("bench-" + n, PARTITIONS, (short) 2)))
                    .all()
                    .get();
        }
    }

    void commitGroups() throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> commits = new HashMap<>();
        for (int partition = 0; partition < PARTITIONS; partition++) {
            commits.put(new TopicPartition("bench-0", partition), new OffsetAndMetadata(0));
        }
        List<KafkaFuture<Void>> sent = new ArrayList<>();
        for (int n = 0; n < GROUPS; n++) {
            sent.add(admin.alterConsumerGroupOffsets("group-" + n, commits).all());
            if (sent.size() == AT_ONCE) {
                KafkaFuture.allOf(sent.toArray(new KafkaFuture<?>[0])).get();
                sent.clear();
            }
        }
        KafkaFuture.allOf(sent.toArray(new KafkaFuture<?>[0])).get();
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(1));
    }
}
