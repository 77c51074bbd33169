package io.klamm.benchmarks;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/**
 * A request to Prometheus's API.
 *
 * @param kind what sort of request it is
 * @param text the expression, or what is asked for
 * @param path with its parameters
 */
record BenchmarkQuery(Kind kind, String text, String path) {

    /** Sorts of requests, each with a goal of its own. */
    enum Kind {
        INSTANT("instant"),
        RANGE("range"),
        /** A range over long windows, which summaries of chunks can shorten. */
        LONG_WINDOWS("range, long windows"),
        LABELS("labels");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    private static final String LAG = "kafka_consumergroup_lag";
    private static final String OFFSET = "kafka_topic_partition_current_offset";
    private static final String RATE = "kafka_server_brokertopicmetrics_messagesinpersec_oneminuterate";
    private static final String PERCENTILE = "kafka_network_requestmetrics_totaltimems_99thpercentile";
    private static final String CONSTANT = "kafka_topic_partition_in_sync_replica";
    private static final long SECOND = 1_000;
    private static final long MINUTE = 60 * SECOND;

    /**
     * The fourteen requests over {@link KafkaLikeData}: what dashboards and alerts on Kafka ask.
     *
     * @param last the time of the last row, in milliseconds since the epoch
     * @param hours of data
     */
    static List<BenchmarkQuery> all(long last, int hours) {
        long half = hours * 30L * MINUTE;
        // Between two rows: at a row, Prometheus 2 and 3 do not agree on the left end of a window.
        long end = last - 8 * SECOND;
        long most = hours * 60L * MINUTE - half / 12;
        List<BenchmarkQuery> all = new ArrayList<>();
        all.add(instant("sum by (topic) (" + LAG + ")", end));
        all.add(instant("topk(10, rate(" + OFFSET + "[5m]))", end));
        all.add(instant("sum(rate(" + OFFSET + "{topic=~\"team-[1-3].*\"}[5m]))", end));
        all.add(range("sum by (consumergroup) (" + LAG + ")", end - half, end, MINUTE));
        all.add(range("sum by (topic) (rate(" + OFFSET + "[5m]))", end - half, end, MINUTE));
        all.add(range(
                "sum by (topic) (" + LAG + ") / sum by (topic) (rate(" + OFFSET + "[5m]))", end - half, end, MINUTE));
        all.add(range(LAG, end - half, end, MINUTE));
        all.add(range("topk(5, sum by (consumergroup) (" + LAG + "))", end - half, end, MINUTE));
        all.add(range("quantile by (instance) (0.95, " + PERCENTILE + ")", end - half, end, MINUTE));
        all.add(longWindows("avg(avg_over_time(" + RATE + "[1h]))", end - most, end, 2 * MINUTE));
        all.add(longWindows("sum by (topic) (max_over_time(" + LAG + "[1h]))", end - most, end, 2 * MINUTE));
        all.add(range("max_over_time(" + LAG + "{topic=\"team-7.events.00007\"}[10m])", end - most, end, 2 * MINUTE));
        all.add(labels("series", "/api/v1/series?match[]=" + encoded("{job=\"kafka-exporter\"}"), end, most));
        all.add(labels("values of topic", "/api/v1/label/topic/values?match[]=" + encoded(CONSTANT), end, most));
        return all;
    }

    private static BenchmarkQuery instant(String expression, long time) {
        return new BenchmarkQuery(
                Kind.INSTANT, expression, "/api/v1/query?query=" + encoded(expression) + "&time=" + time / SECOND);
    }

    private static BenchmarkQuery range(String expression, long from, long to, long step) {
        return new BenchmarkQuery(Kind.RANGE, expression, rangePath(expression, from, to, step));
    }

    private static BenchmarkQuery longWindows(String expression, long from, long to, long step) {
        return new BenchmarkQuery(Kind.LONG_WINDOWS, expression, rangePath(expression, from, to, step));
    }

    private static String rangePath(String expression, long from, long to, long step) {
        return "/api/v1/query_range?"
                + new StringJoiner("&")
                        .add("query=" + encoded(expression))
                        .add("start=" + from / SECOND)
                        .add("end=" + to / SECOND)
                        .add("step=" + step / SECOND);
    }

    private static BenchmarkQuery labels(String text, String path, long last, long span) {
        return new BenchmarkQuery(
                Kind.LABELS,
                text,
                path.replace("[]", "%5B%5D") + "&start=" + (last - span) / SECOND + "&end=" + last / SECOND);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
