package io.klamm.kafka;

import io.klamm.model.Retention;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.DescribeConfigsOptions;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicAuthorizationException;

/** The settings of one cycle's topics that say when records are deleted; nothing is asked while all are known. */
final class RetentionPhase {

    /** Topics a request: an answer has some 2 kB for each. */
    private static final int STEP = 1_000;

    private static final String RIGHT = "DescribeConfigs";

    private final Cycle cycle;
    private final Retentions retentions;
    private Map<String, String> topics = Map.of();
    private final Map<String, KafkaFuture<Config>> asked = new TreeMap<>();

    /** Asks for nothing yet. */
    RetentionPhase(Cycle cycle, Retentions retentions) {
        this.cycle = cycle;
        this.retentions = retentions;
    }

    /** Asks for what is due of these topics, names to ids. */
    void ask(Map<String, String> read) {
        topics = Map.copyOf(read);
        List<String> due = retentions.due(topics, cycle.now());
        for (int from = 0; from < due.size(); from += STEP) {
            askStep(due.subList(from, Math.min(due.size(), from + STEP)));
        }
    }

    private void askStep(Collection<String> names) {
        cycle.calls().count("describeConfigs");
        Map<String, ConfigResource> resources = new HashMap<>();
        names.forEach(name -> resources.put(name, new ConfigResource(ConfigResource.Type.TOPIC, name)));
        Map<ConfigResource, KafkaFuture<Config>> futures = cycle.admin()
                .describeConfigs(
                        resources.values(),
                        new DescribeConfigsOptions().includeSynonyms(false).timeoutMs(cycle.timeout()))
                .values();
        resources.forEach((name, resource) -> asked.put(name, futures.get(resource)));
    }

    /** What is known now of the topics; those whose settings could not be had are noted, in the cycles between two questions, too. */
    Map<String, Retention> await() {
        asked.forEach(this::take);
        Map<String, Retention> found = new HashMap<>();
        topics.keySet().forEach(name -> {
            retentions.of(name).ifPresent(retention -> found.put(name, retention));
            Throwable error = retentions.error(name);
            if (error != null && !Advice.gone(error)) {
                cycle.gathering().note("retention", name, error, RIGHT);
            }
        });
        return found;
    }

    private void take(String name, KafkaFuture<Config> future) {
        String topicId = topics.getOrDefault(name, "");
        Instant now = cycle.now();
        Gathering.Answer<Config> answer = cycle.gathering().answer(future);
        Throwable error = answer.error();
        if (error == null) {
            Optional<Retention> retention = Optional.ofNullable(answer.value()).flatMap(RetentionMapper::retention);
            retentions.answered(name, topicId, retention, now);
        } else if (Advice.unanswered(error)) {
            retentions.unanswered(name, topicId, error);
        } else {
            retentions.refused(name, topicId, named(error, name), now);
        }
    }

    /** Brokers do not say in this answer which topic they mean. */
    private static Throwable named(Throwable error, String topic) {
        return error instanceof TopicAuthorizationException ? new TopicAuthorizationException(Set.of(topic)) : error;
    }
}
