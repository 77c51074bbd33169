package io.klamm.web.burrow;

import io.klamm.model.burrow.BurrowGroupStatus;
import io.klamm.model.burrow.BurrowPartition;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;

/** Answers what lies under {@code /v3/kafka}. */
final class KafkaAnswers {

    private final BurrowViews views;
    private final Names names;
    private final Envelope envelope;
    private final boolean denseOffsets;

    KafkaAnswers(BurrowViews views, Names names, Envelope envelope, boolean denseOffsets) {
        this.views = views;
        this.names = names;
        this.envelope = envelope;
        this.denseOffsets = denseOffsets;
    }

    BurrowAnswer clusters(String url) {
        List<String> clusters =
                views.clusters().stream().map(BurrowView::cluster).toList();
        return list(url, "cluster list returned", "clusters", clusters);
    }

    BurrowAnswer topics(String url, String cluster) {
        return names.cluster(cluster)
                .map(view -> list(url, "topic list returned", "topics", view.topics()))
                .orElseGet(() -> envelope.error(404, "cluster not found", url));
    }

    BurrowAnswer topic(String url, String cluster, String topic) {
        Optional<List<OptionalLong>> ends = names.cluster(cluster)
                .flatMap(view ->
                        view.ends(names.resolve(topic, name -> view.ends(name).isPresent())));
        if (ends.isEmpty()) {
            return envelope.error(404, "cluster or topic not found", url);
        }
        return envelope.ok("topic offsets returned", json -> {
            Offsets.write(json, ends.get(), denseOffsets);
            envelope.request(json, url);
        });
    }

    BurrowAnswer topicConsumers(String url, String cluster, String topic) {
        return names.cluster(cluster)
                .map(view -> list(
                        url,
                        "consumers of topic returned",
                        "consumers",
                        view.groupsOf(names.resolve(
                                topic, name -> !view.groupsOf(name).isEmpty()))))
                .orElseGet(() -> envelope.error(404, "cluster not found", url));
    }

    BurrowAnswer consumers(String url, String cluster) {
        return names.cluster(cluster)
                .map(view -> list(url, "consumer list returned", "consumers", view.groups()))
                .orElseGet(() -> envelope.error(404, "cluster not found", url));
    }

    private BurrowAnswer list(String url, String message, String field, List<String> values) {
        return envelope.ok(message, json -> {
            json.strings(field, values);
            envelope.request(json, url);
        });
    }

    BurrowAnswer consumer(String url, String cluster, String group) {
        Optional<SortedMap<String, List<BurrowPartition>>> topics = names.cluster(cluster)
                .flatMap(view ->
                        view.group(names.resolve(group, name -> view.group(name).isPresent())));
        if (topics.isEmpty()) {
            return envelope.error(404, "cluster or consumer not found", url);
        }
        return envelope.ok("consumer detail returned", json -> {
            json.object("topics", object -> topics.get()
                    .forEach((topic, partitions) -> object.array(topic, partitions, StatusJson::detail)));
            envelope.request(json, url);
        });
    }

    /** @param all whether partitions that are OK are shown too */
    BurrowAnswer status(String url, String cluster, String group, boolean all) {
        BurrowGroupStatus status = names.cluster(cluster)
                .map(view -> view.status(
                        names.resolve(group, name -> view.status(name).found())))
                .orElseGet(() -> BurrowGroupStatus.notFound(cluster, group));
        return envelope.answer(status.found() ? 200 : 404, false, "consumer status returned", json -> {
            json.object("status", object -> StatusJson.group(object, status, all));
            envelope.request(json, url);
        });
    }

    /** Says that it is removed, whether or not there was any such group. */
    BurrowAnswer delete(String url, String cluster, String group) {
        names.cluster(cluster).ifPresent(view -> view.removed(group(view, group)));
        return envelope.ok("consumer group removed", json -> envelope.request(json, url));
    }

    BurrowAnswer delete(String url, String cluster, String group, String topic) {
        names.cluster(cluster)
                .ifPresent(view -> view.removed(group(view, group), names.resolve(topic, view.topics()::contains)));
        return envelope.ok("consumer group removed", json -> envelope.request(json, url));
    }

    private String group(BurrowView view, String written) {
        return names.resolve(written, view.groups()::contains);
    }
}
