package io.klamm.benchmarks;

import io.klamm.model.series.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The series that exporters give of a Kafka cluster, row by row, 15 s apart: partition offsets 15 %, oldest offsets 10 %, group offsets 15 %, lag 15 %, constants 25 %, one-minute
 * rates of JMX 10 %, byte totals 5 %, percentiles of two decimals 5 %. Three topics of ten are idle; each series has 8 or 9 labels.
 *
 * <p>The same seed gives the same data. For one thread.
 */
final class KafkaLikeData {

    /** Milliseconds from one row to the next. */
    static final int STEP = 15_000;

    /** 2026-11-01T00:00:00Z, the time of the first row. */
    static final long START = 1_793_491_200_000L;

    /** What a series counts, with its share of all series in percent. */
    enum Kind {
        PARTITION_OFFSET(15, "kafka_topic_partition_current_offset"),
        OLDEST_OFFSET(10, "kafka_topic_partition_oldest_offset"),
        GROUP_OFFSET(15, "kafka_consumergroup_current_offset"),
        LAG(15, "kafka_consumergroup_lag"),
        CONSTANT(25, ""),
        RATE(10, "kafka_server_brokertopicmetrics_messagesinpersec_oneminuterate"),
        BYTES(5, "kafka_server_brokertopicmetrics_bytesinpersec_count"),
        PERCENTILE(5, "kafka_network_requestmetrics_totaltimems_99thpercentile");

        private final int percent;
        private final String metric;

        Kind(int percent, String metric) {
            this.percent = percent;
            this.metric = metric;
        }
    }

    private static final List<String> CONSTANTS = List.of(
            "kafka_topic_partition_in_sync_replica",
            "kafka_topic_partition_replicas",
            "kafka_topic_partition_leader",
            "kafka_topic_partition_leader_is_preferred",
            "kafka_topic_partition_under_replicated_partition");

    private static final int PARTITIONS = 5;
    private static final int BROKERS = 6;
    private static final double IDLE = 0.3;

    private final SplittableRandom random;
    private final int jitter;
    private final KafkaLikeTopic[] topics;
    private final List<KafkaLikeSeries> series = new ArrayList<>();
    private final long[] times = new long[1 + BROKERS];
    private long row = -1;

    /**
     * Data before its first row.
     *
     * @param count about so many series
     * @param jitter by how many milliseconds the rows of a target are early or late, at most
     */
    KafkaLikeData(int count, int jitter, long seed) {
        this.random = new SplittableRandom(seed);
        this.jitter = jitter;
        int partitions = Math.max(1, count * Kind.PARTITION_OFFSET.percent / 100);
        this.topics = new KafkaLikeTopic[(partitions + PARTITIONS - 1) / PARTITIONS];
        for (int i = 0; i < topics.length; i++) {
            topics[i] = new KafkaLikeTopic(PARTITIONS, random.nextDouble() < IDLE, random.split());
        }
        for (Kind kind : Kind.values()) {
            for (int i = 0; i < count * kind.percent / 100; i++) {
                series.add(newSeries(kind, i));
            }
        }
    }

    /** How many series there are. */
    int size() {
        return series.size();
    }

    /** How many targets the series are scraped from; those of one target share their times. */
    int targets() {
        return times.length;
    }

    Labels labels(int index) {
        return series.get(index).labels();
    }

    Kind kind(int index) {
        return series.get(index).kind();
    }

    /** The target that a series is scraped from. */
    int target(int index) {
        return series.get(index).target();
    }

    /** Goes on to the next row. */
    void next() {
        row++;
        for (int i = 0; i < times.length; i++) {
            times[i] = START + row * STEP + (jitter == 0 ? 0 : random.nextInt(-jitter, jitter + 1));
        }
        for (KafkaLikeTopic topic : topics) {
            topic.advance(row * STEP / 1000);
        }
    }

    /** The time of the row at a target, in milliseconds since the epoch. */
    long time(int target) {
        return times[target];
    }

    /** The value of a series in the row. */
    double value(int index) {
        return series.get(index).value().getAsDouble();
    }

    private KafkaLikeSeries newSeries(Kind kind, int number) {
        int topicNumber = number / PARTITIONS % topics.length;
        KafkaLikeTopic topic = topics[topicNumber];
        int partition = number % PARTITIONS;
        return switch (kind) {
            case PARTITION_OFFSET ->
                new KafkaLikeSeries(
                        kind, partitionLabels(kind.metric, topicNumber, partition), 0, () -> topic.end(partition));
            case OLDEST_OFFSET ->
                new KafkaLikeSeries(
                        kind, partitionLabels(kind.metric, topicNumber, partition), 0, () -> topic.oldest(partition));
            case GROUP_OFFSET ->
                new KafkaLikeSeries(
                        kind, groupLabels(kind.metric, topicNumber, partition), 0, () -> topic.committed(partition));
            case LAG ->
                new KafkaLikeSeries(
                        kind, groupLabels(kind.metric, topicNumber, partition), 0, () -> topic.lag(partition));
            case CONSTANT -> constant(number);
            case RATE, BYTES, PERCENTILE -> jmx(kind, number);
        };
    }

    private KafkaLikeSeries constant(int number) {
        int all = topics.length * PARTITIONS;
        String metric = CONSTANTS.get(number / all % CONSTANTS.size());
        int topicNumber = number % all / PARTITIONS;
        int partition = number % PARTITIONS;
        double value =
                switch (number / all % CONSTANTS.size()) {
                    case 0, 1, 3 -> metric.endsWith("preferred") ? 1 : 3;
                    case 2 -> 1 + (topicNumber + partition) % BROKERS;
                    default -> 0;
                };
        return new KafkaLikeSeries(Kind.CONSTANT, partitionLabels(metric, topicNumber, partition), 0, () -> value);
    }

    private KafkaLikeSeries jmx(Kind kind, int number) {
        int topicNumber = number % topics.length;
        int broker = number / topics.length % BROKERS;
        KafkaLikeTopic topic = topics[topicNumber];
        KafkaLikeMeter meter = topic.meter(random.split());
        Labels labels = Labels.of(
                Labels.NAME,
                kind.metric + (number / topics.length >= BROKERS ? "_" + number / topics.length : ""),
                "cluster",
                "orders-eu-1",
                "env",
                "prod",
                "instance",
                "kafka-" + broker + ".example.internal:9404",
                "job",
                "kafka-jmx",
                "region",
                "eu-central-1",
                "team",
                team(topicNumber),
                "topic",
                topicName(topicNumber));
        return new KafkaLikeSeries(
                kind,
                labels,
                1 + broker,
                switch (kind) {
                    case RATE -> meter::oneMinuteRate;
                    case BYTES -> meter::bytes;
                    default -> meter::percentile;
                });
    }

    private static Labels partitionLabels(String metric, int topic, int partition) {
        return Labels.of(
                Labels.NAME,
                metric,
                "cluster",
                "orders-eu-1",
                "env",
                "prod",
                "instance",
                "kafka-exporter.example.internal:9308",
                "job",
                "kafka-exporter",
                "partition",
                String.valueOf(partition),
                "region",
                "eu-central-1",
                "topic",
                topicName(topic));
    }

    private static Labels groupLabels(String metric, int topic, int partition) {
        return partitionLabels(metric, topic, partition).with("consumergroup", team(topic) + "-service-" + topic % 97);
    }

    private static String topicName(int number) {
        return team(number) + ".events." + String.format("%05d", number);
    }

    private static String team(int number) {
        return "team-" + number % 40;
    }
}
