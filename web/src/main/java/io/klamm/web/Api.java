package io.klamm.web;

import io.klamm.web.http.Answer;
import io.klamm.web.http.ApiError;
import io.klamm.web.http.Json;
import io.klamm.web.http.Query;
import io.klamm.web.http.Refused;
import io.klamm.web.http.Uri;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Answers {@code /api/klamm/v1/...} as {@code openapi.yaml} describes it: a function of the request, the views and the time. */
final class Api {

    private final Views views;
    private final Supplier<byte[]> status;
    private final Clock clock;
    private final TablesCache cache;

    /** @param status writes the answer to {@code /status} */
    Api(Views views, Supplier<byte[]> status, Clock clock, TablesCache cache) {
        this.views = views;
        this.status = status;
        this.clock = clock;
        this.cache = cache;
    }

    /** @param rawPath what follows {@code /api/klamm/v1/}, not decoded */
    Answer answer(String rawPath, @Nullable String rawQuery) {
        try {
            List<String> path = Uri.segments(rawPath);
            return json(route(path, Query.parse(rawQuery)));
        } catch (Refused e) {
            return Answer.error(e.error());
        }
    }

    private static Answer json(byte[] body) {
        return Answer.of(200, Answer.JSON, body);
    }

    private byte[] route(List<String> path, Query query) throws Refused {
        String first = path.get(0);
        if (path.size() == 1 && first.equals("status")) {
            query.allowOnly();
            return status.get();
        }
        if (!first.equals("clusters") || path.size() > 5) {
            throw unknownPath();
        }
        if (path.size() == 1) {
            query.allowOnly();
            return clusters();
        }
        return cluster(view(path.get(1)), path.subList(2, path.size()), query);
    }

    private byte[] cluster(ClusterView view, List<String> path, Query query) throws Refused {
        if (path.isEmpty()) {
            query.allowOnly();
            return Json.write(json -> ClusterJson.summary(json, view, cache.of(view), clock.instant()));
        }
        Subject subject = new Subject(view, cache, clock.instant());
        return switch (path.size()) {
            case 1 -> list(subject, path.get(0), query);
            case 2 -> one(subject, path.get(0), path.get(1), query);
            default -> more(subject, path, query);
        };
    }

    private byte[] list(Subject subject, String what, Query query) throws Refused {
        return switch (what) {
            case "brokers" -> TopicAnswers.brokers(subject, query);
            case "topics" -> TopicAnswers.topics(subject, query);
            case "partitions" -> TopicAnswers.partitions(subject, query);
            case "groups" -> GroupAnswers.groups(subject, query);
            case "lag" -> GroupAnswers.lag(subject, query);
            default -> throw unknownPath();
        };
    }

    private byte[] one(Subject subject, String what, String name, Query query) throws Refused {
        query.allowOnly();
        return switch (what) {
            case "topics" -> TopicAnswers.topic(subject, name);
            case "groups" -> GroupAnswers.group(subject, name, views.explain(subject.cluster(), name));
            default -> throw unknownPath();
        };
    }

    private byte[] more(Subject subject, List<String> path, Query query) throws Refused {
        if (!path.get(0).equals("groups") || !path.get(2).equals("history")) {
            throw unknownPath();
        }
        query.allowOnly();
        String group = path.get(1);
        return GroupAnswers.history(subject, group, views.history(subject.cluster(), group));
    }

    private byte[] clusters() {
        Instant now = clock.instant();
        return Json.write(json -> {
            json.writeStartObject();
            Json.array(
                    json,
                    "clusters",
                    views.clusters(),
                    (out, view) -> ClusterJson.summary(out, view, cache.of(view), now));
            json.writeEndObject();
        });
    }

    private ClusterView view(String name) throws Refused {
        Optional<ClusterView> view = views.clusters().stream()
                .filter(cluster -> cluster.name().equals(name))
                .findFirst();
        if (view.isEmpty()) {
            throw new Refused(ApiError.notFound(
                    "cluster: " + name + " (expected: a cluster of the configuration)",
                    "/api/klamm/v1/clusters lists them"));
        }
        return view.get();
    }

    private static Refused unknownPath() {
        return new Refused(ApiError.notFound(
                "path: unknown (expected: a path of the API)", "/api/klamm/v1/openapi.yaml describes it"));
    }
}
