package io.klamm.web.burrow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers as Burrow does: a function of the request and of what the views show. Safe for use by several threads. */
public final class BurrowApi {

    private final BurrowOptions options;
    private final BurrowViews views;
    private final KafkaAnswers kafka;
    private final ConfigAnswers config;
    private final LogLevelAnswers logLevel;
    private final V2Answers v2;
    private final BurrowMetrics metrics;

    /**
     * Made once; keeps nothing but what it is given.
     *
     * @param host this machine's name, which every answer gives
     */
    public BurrowApi(BurrowViews views, LogLevels logLevels, BurrowOptions options, String host) {
        Envelope envelope = new Envelope(host, options.allowOrigin());
        Names names = new Names(views, options.unescapeAgain());
        this.options = options;
        this.views = views;
        this.kafka = new KafkaAnswers(views, names, envelope, options.denseOffsets());
        this.config = new ConfigAnswers(views, names, envelope);
        this.logLevel = new LogLevelAnswers(logLevels, envelope);
        this.v2 = new V2Answers(views, names, host, options.denseOffsets());
        this.metrics = new BurrowMetrics(views, options.denseOffsets());
    }

    /**
     * The answer to a request.
     *
     * @param rawPath as it was sent, not decoded
     * @param query as it was sent, null for none
     */
    public BurrowAnswer answer(String method, String rawPath, @Nullable String query, byte[] body) {
        Optional<String> path = GoPath.decode(rawPath);
        if (path.isEmpty()) {
            return BurrowAnswer.of(400, Map.of("Content-Type", BurrowAnswer.TEXT), "400 Bad Request");
        }
        if (options.v2() && V2Answers.serves(path.get())) {
            return v2.answer(method, path.get());
        }
        Router.Found found = Router.find(method, path.get());
        if (found instanceof Router.Here here) {
            return answer(here, path.get(), body);
        }
        if (found instanceof Router.Elsewhere elsewhere) {
            return redirect(method, elsewhere.path(), query);
        }
        return found instanceof Router.OtherMethods other ? refuse(method, other.allowed()) : unknown();
    }

    /** The address of a path for counting: with the names left open. */
    public String route(String method, String rawPath) {
        Optional<String> path = GoPath.decode(rawPath);
        Router.Found found = path.map(known -> Router.find(method, known)).orElse(new Router.Nowhere());
        return found instanceof Router.Here here ? here.route().pattern() : "burrow";
    }

    private static BurrowAnswer redirect(String method, String path, @Nullable String query) {
        String location = GoPath.encode(path) + (query == null ? "" : "?" + GoPath.ascii(query));
        if (!method.equals("GET")) {
            return BurrowAnswer.of(307, Map.of("Location", location), "");
        }
        return BurrowAnswer.of(
                301,
                Map.of("Content-Type", "text/html; charset=utf-8", "Location", location),
                "<a href=\"" + GoPath.html(location) + "\">Moved Permanently</a>.\n\n");
    }

    private static BurrowAnswer refuse(String method, String allowed) {
        return method.equals("OPTIONS")
                ? BurrowAnswer.of(200, Map.of("Allow", allowed), "")
                : BurrowAnswer.goError(405, "Method Not Allowed").with("Allow", allowed);
    }

    private static BurrowAnswer unknown() {
        return BurrowAnswer.goError(404, "{\"error\":true,\"message\":\"invalid request type\",\"result\":{}}");
    }

    private BurrowAnswer answer(Router.Here here, String url, byte[] body) {
        List<String> names = here.names();
        return switch (here.route()) {
            case ADMIN -> text(200, "GOOD");
            case READY -> views.ready() ? text(200, "READY") : text(503, "STARTING");
            case METRICS -> metrics.answer();
            case CLUSTERS -> kafka.clusters(url);
            case CLUSTER, CLUSTER_MODULE -> config.cluster(url, names.get(0));
            case TOPICS -> kafka.topics(url, names.get(0));
            case TOPIC -> kafka.topic(url, names.get(0), names.get(1));
            case TOPIC_CONSUMERS -> kafka.topicConsumers(url, names.get(0), names.get(1));
            case CONSUMERS -> kafka.consumers(url, names.get(0));
            case CONSUMER -> kafka.consumer(url, names.get(0), names.get(1));
            case STATUS -> kafka.status(url, names.get(0), names.get(1), false);
            case LAG -> kafka.status(url, names.get(0), names.get(1), true);
            case DELETE_CONSUMER -> kafka.delete(url, names.get(0), names.get(1));
            case DELETE_CONSUMER_TOPIC -> kafka.delete(url, names.get(0), names.get(1), names.get(2));
            case CONFIG -> config.main(url);
            case STORAGES -> config.storages(url);
            case STORAGE -> config.storage(url, names.get(0));
            case EVALUATORS -> config.evaluators(url);
            case EVALUATOR -> config.evaluator(url, names.get(0));
            case CLUSTER_MODULES -> config.clusters(url);
            case CONSUMER_MODULES -> config.consumers(url);
            case CONSUMER_MODULE -> config.consumer(url, names.get(0));
            case NOTIFIERS -> config.notifiers(url);
            case NOTIFIER -> config.notifier(url, names.get(0));
            case LOG_LEVEL -> logLevel.get(url);
            case SET_LOG_LEVEL -> logLevel.set(url, body);
        };
    }

    private BurrowAnswer text(int status, String text) {
        BurrowAnswer answer = BurrowAnswer.of(status, Map.of("Content-Type", BurrowAnswer.TEXT), text);
        return options.allowOrigin().isEmpty()
                ? answer
                : answer.with("Access-Control-Allow-Origin", options.allowOrigin());
    }
}
