package io.klamm.benchmarks;

import io.klamm.model.Broker;
import io.klamm.model.ClusterLag;
import io.klamm.model.ClusterSnapshot;
import io.klamm.model.Group;
import io.klamm.model.GroupLag;
import io.klamm.model.GroupType;
import io.klamm.model.Partition;
import io.klamm.model.PartitionLag;
import io.klamm.model.Topic;
import io.klamm.model.TopicPartition;
import io.klamm.model.verdict.ClusterVerdicts;
import io.klamm.model.verdict.Evidence;
import io.klamm.model.verdict.Forecast;
import io.klamm.model.verdict.GroupVerdict;
import io.klamm.model.verdict.PartitionVerdict;
import io.klamm.model.verdict.Rule;
import io.klamm.model.verdict.TimeLag;
import io.klamm.model.verdict.Verdict;
import io.klamm.web.ClusterView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** A made-up reading of one large cluster: 500 topics of 12 partitions, 250 groups of 9 topics; about 100,000 series of kafka_exporter's and 80,000 of our own. */
final class LargeReading {

    private static final int TOPICS = 500;
    private static final int PARTITIONS = 12;
    private static final int GROUPS = 250;
    private static final int TOPICS_A_GROUP = 9;

    private static final Evidence EVIDENCE = Evidence.of(Rule.CAUGHT_UP, Map.of());

    private LargeReading() {}

    /** Reading number {@code cycle}, in which every partition and every lag has moved on. */
    static ClusterView.Reading of(long cycle, Instant now) {
        List<Topic> topics =
                IntStream.range(0, TOPICS).mapToObj(i -> topic(i, cycle)).toList();
        List<GroupLag> lags =
                IntStream.range(0, GROUPS).mapToObj(i -> group(i, cycle, now)).toList();
        ClusterSnapshot snapshot = new ClusterSnapshot(
                "main",
                "benchmark",
                cycle,
                now,
                Duration.ofMillis(500),
                1,
                List.of(new Broker(1, "kafka-1.example", 9092, null, false)),
                topics,
                List.of(),
                Optional.empty(),
                lags.stream().map(GroupLag::group).toList(),
                List.of());
        return new ClusterView.Reading(snapshot, new ClusterLag(lags), verdicts(lags, now));
    }

    private static ClusterVerdicts verdicts(List<GroupLag> lags, Instant now) {
        TreeMap<String, GroupVerdict> groups = new TreeMap<>();
        for (GroupLag lag : lags) {
            String id = lag.group().id();
            List<PartitionVerdict> partitions =
                    lag.partitions().stream().map(LargeReading::verdict).toList();
            groups.put(id, new GroupVerdict(id, Verdict.OK, false, GroupVerdict.Source.OFFSETS_TOPIC, partitions));
        }
        return new ClusterVerdicts(now, groups);
    }

    private static PartitionVerdict verdict(PartitionLag partition) {
        double records = partition.lag().orElse(0);
        Forecast forecast = new Forecast(
                OptionalDouble.of(100),
                OptionalDouble.of(101),
                Optional.of(new TimeLag(records / 100, TimeLag.Method.INTERPOLATED, TimeLag.Confidence.HIGH)),
                OptionalDouble.of(records),
                OptionalDouble.empty());
        return new PartitionVerdict(
                partition.partition(), Verdict.OK, partition.lag(), partition.lag(), EVIDENCE, forecast);
    }

    private static String topicName(int number) {
        return String.format("team-%02d.orders.events-%04d", number % 20, number);
    }

    private static Topic topic(int number, long cycle) {
        List<Partition> partitions = IntStream.range(0, PARTITIONS)
                .mapToObj(id -> new Partition(
                        id,
                        1 + id % 3,
                        List.of(1 + id % 3, 1 + (id + 1) % 3),
                        List.of(1 + id % 3, 1 + (id + 1) % 3),
                        List.of(),
                        List.of(),
                        List.of(),
                        1000L * number,
                        end(number, id, cycle),
                        end(number, id, cycle)))
                .toList();
        return new Topic(topicName(number), "id-" + number, false, partitions, Optional.empty());
    }

    private static long end(int topic, int partition, long cycle) {
        return 1_000_000L * (topic + 1) + 7919L * partition + 1500 * cycle;
    }

    private static GroupLag group(int number, long cycle, Instant now) {
        List<PartitionLag> partitions = new ArrayList<>();
        for (int i = 0; i < TOPICS_A_GROUP; i++) {
            int topic = (number + i * 37) % TOPICS;
            for (int id = 0; id < PARTITIONS; id++) {
                partitions.add(lag(topic, id, cycle, (number * 31L + id * 17L + cycle) % 5000));
            }
        }
        partitions.sort((one, other) -> one.partition().compareTo(other.partition()));
        Group group = new Group(
                String.format("service-%03d.consumer", number),
                GroupType.CLASSIC,
                "Stable",
                "range",
                1,
                List.of(),
                Optional.of(List.of()),
                now);
        return new GroupLag(group, partitions, OptionalLong.of(1), TOPICS_A_GROUP);
    }

    private static PartitionLag lag(int topic, int partition, long cycle, long lag) {
        long end = end(topic, partition, cycle);
        return new PartitionLag(
                new TopicPartition(topicName(topic), partition),
                OptionalLong.of(end - lag),
                OptionalLong.of(end),
                OptionalLong.of(lag),
                false,
                null);
    }
}
