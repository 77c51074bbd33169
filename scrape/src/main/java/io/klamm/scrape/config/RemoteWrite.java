package io.klamm.scrape.config;

import io.klamm.config.Range;
import io.klamm.config.Section;
import io.klamm.model.series.Labels;
import io.klamm.scrape.relabel.RelabelConfig;
import io.klamm.scrape.relabel.SentLabels;
import io.klamm.storage.remote.send.SendConfig;
import io.klamm.storage.remote.write.WriteProtocol;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * An item of {@code remote_write}: where samples are sent.
 *
 * @param timeout of a request
 * @param protocol that is tried first
 * @param samplesPerRequest {@code max_samples_per_send}
 * @param requestsAtOnce {@code max_shards}, of which each has one request on its way
 * @param deadline how long samples wait for a request to become full
 * @param relabelling of series before they are sent
 */
public record RemoteWrite(
        RemoteHttp http,
        Duration timeout,
        WriteProtocol protocol,
        int samplesPerRequest,
        int requestsAtOnce,
        Duration deadline,
        Duration minBackoff,
        Duration maxBackoff,
        List<RelabelConfig> relabelling) {

    private static final String V1 = "prometheus.WriteRequest";
    private static final String V2 = "io.prometheus.write.v2.Request";
    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    /** What Klamm's sender has no use for, or does not send. */
    private static final List<String> IGNORED =
            List.of("send_exemplars", "send_native_histograms", "metadata_config", "round_robin_dns");

    /** Klamm's sender reads the log, so it has no queue whose size and shards could be set; and it tries again after 429 in any case. */
    private static final List<String> QUEUE_IGNORED =
            List.of("capacity", "min_shards", "retry_on_http_429", "sample_age_limit");

    public RemoteWrite {
        relabelling = List.copyOf(relabelling);
    }

    static RemoteWrite bind(Section section, Path directory) {
        NotBuilt.ignore(section, IGNORED);
        Section queue = section.section("queue_config");
        NotBuilt.ignore(queue, QUEUE_IGNORED);
        return new RemoteWrite(
                RemoteHttp.bind(section, directory),
                section.duration("remote_timeout", Duration.ofSeconds(30), SHORTEST, LONGEST),
                section.oneOf("protobuf_message", List.of(V1, V2), V2).equals(V1) ? WriteProtocol.V1 : WriteProtocol.V2,
                queue.integer("max_samples_per_send", SendConfig.DEFAULT_SAMPLES_PER_REQUEST, Range.of(1, 1_000_000)),
                queue.integer("max_shards", SendConfig.DEFAULT_REQUESTS_AT_ONCE, Range.of(1, 1_000)),
                queue.duration("batch_send_deadline", Duration.ofSeconds(5), SHORTEST, LONGEST),
                queue.duration("min_backoff", Duration.ofMillis(30), SHORTEST, LONGEST),
                queue.duration("max_backoff", Duration.ofSeconds(5), SHORTEST, LONGEST),
                section.sections("write_relabel_configs", RelabelConfig::bind));
    }

    /** What names the destination. */
    public String name() {
        return http.name();
    }

    /**
     * What Klamm's sender needs to know.
     *
     * @throws IOException if a secret lies in a file that cannot be read
     */
    public SendConfig sendConfig(Labels externalLabels) throws IOException {
        return new SendConfig(
                http.name(),
                http.url(),
                http.headersNow(),
                timeout,
                protocol,
                externalLabels,
                SentLabels.by(relabelling),
                samplesPerRequest,
                requestsAtOnce,
                deadline,
                minBackoff,
                maxBackoff,
                false);
    }
}
