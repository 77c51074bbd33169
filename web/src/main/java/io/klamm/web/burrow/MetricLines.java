package io.klamm.web.burrow;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;

/** Gathers the lines of Burrow's metrics, each metric's together. */
final class MetricLines {

    /** The order of Go's strings: by their bytes in UTF-8. */
    static final Comparator<String> BYTEWISE = (one, other) ->
            Arrays.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));

    /** Burrow's metrics, all gauges, in the order in which they are written. */
    enum Family {
        CONSUMER_CURRENT_OFFSET(
                "burrow_kafka_consumer_current_offset", "Latest offset that Burrow is storing for this partition"),
        CONSUMER_LAG_TOTAL(
                "burrow_kafka_consumer_lag_total", "The sum of all partition current lag values for the group"),
        CONSUMER_PARTITION_LAG(
                "burrow_kafka_consumer_partition_lag",
                "Number of messages the consumer group is behind by for a partition as reported by Burrow"),
        CONSUMER_STATUS(
                "burrow_kafka_consumer_status",
                "The status of the consumer group. It is calculated from the highest status for the individual partitions."
                        + " Statuses are an index list from NOTFOUND, OK, WARN, or ERR"),
        TOPIC_PARTITION_OFFSET(
                "burrow_kafka_topic_partition_offset",
                "Latest offset the topic that Burrow is storing for this partition"),
        TOPIC_PARTITION_STATUS(
                "burrow_kafka_topic_partition_status",
                "The status of topic partition. It is calculated from the highest status for the individual partitions."
                        + " Statuses are an index list from OK, WARN, STOP, STALL, REWIND");

        private final String metric;
        private final String head;

        Family(String metric, String help) {
            this.metric = metric;
            this.head = "# HELP " + metric + " " + help + "\n# TYPE " + metric + " gauge\n";
        }
    }

    private final Map<Family, StringBuilder> texts = new EnumMap<>(Family.class);

    /** @param labels without the braces */
    void line(Family family, String labels, long value) {
        StringBuilder text = texts.computeIfAbsent(family, key -> new StringBuilder(key.head));
        text.append(family.metric).append('{').append(labels).append("} ");
        GoText.general(text, value);
        text.append('\n');
    }

    /** A metric without a line is left out whole. */
    String toText() {
        StringBuilder all = new StringBuilder();
        texts.values().forEach(all::append);
        return all.toString();
    }
}
