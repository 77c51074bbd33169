package io.klamm.web.prometheus;

import io.klamm.promql.value.QueryException;
import io.klamm.storage.StorageException;
import io.klamm.storage.remote.RemoteAnswer;
import io.klamm.storage.remote.RemoteCall;
import io.klamm.storage.remote.read.ReadAnswer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Answers as Prometheus does: a function of the request and of what the parts give. Safe for use by several threads; an answer takes as long as its query. */
public final class PrometheusApi {

    /** Below this path is the API. */
    public static final String PREFIX = "/api/v1/";

    private static final String EXPLAIN = "/api/klamm/v1/query/explain";
    private static final String STORE = "/api/klamm/v1/store";
    private static final String PUSH = "/metrics/job";
    private static final String LABEL = "label/";
    private static final String VALUES = "/values";
    private static final String ADMIN = "admin/tsdb/";

    /** What both ways of asking are allowed for. */
    private static final Set<String> QUERIES =
            Set.of("query", "query_range", "query_exemplars", "format_query", "parse_query", "labels", "series");

    private final PrometheusParts parts;
    private final Origins origins;
    private final QueryAnswers queries;
    private final LabelAnswers labels;
    private final TargetAnswers targets;
    private final RuleAnswers rules;
    private final StatusAnswers status;
    private final AdminAnswers admin;
    private final FederationAnswer federation;

    /**
     * Made once; keeps nothing but what it is given.
     *
     * @param rules answers what is asked of rules
     * @param origins the sites whose pages may read the answers
     */
    public PrometheusApi(PrometheusParts parts, RuleViews rules, Origins origins, Clock clock) {
        this.parts = parts;
        this.origins = origins;
        this.queries = new QueryAnswers(parts.engine(), clock);
        this.labels = new LabelAnswers(parts.store());
        this.targets = new TargetAnswers(parts.targets(), parts.metadata());
        this.rules = new RuleAnswers(rules);
        this.status = new StatusAnswers(parts.facts(), clock);
        this.admin = new AdminAnswers(parts.actions());
        this.federation = new FederationAnswer(parts.store(), clock);
    }

    /** Whether a path is Prometheus's, or what Klamm adds to it. */
    public static boolean serves(String path) {
        return path.startsWith(PREFIX)
                || path.equals(EXPLAIN)
                || path.equals(STORE)
                || path.equals("/federate")
                || isPush(path);
    }

    /** What a server says that has no store, in a form that Prometheus's clients show. */
    public static PrometheusAnswer noStore() {
        return Envelope.error(
                404,
                ErrorType.UNAVAILABLE,
                "store: none (expected: a server that keeps series; this one answers /metrics and /api/klamm/v1)");
    }

    /** The path for counting: without names. */
    public static String route(String path) {
        if (isPush(path)) {
            return PUSH;
        }
        if (!path.startsWith(PREFIX)) {
            return path;
        }
        String rest = path.substring(PREFIX.length());
        return rest.startsWith(LABEL) ? PREFIX + "label" : known(rest) ? path : PREFIX + "*";
    }

    private static boolean known(String rest) {
        return QUERIES.contains(rest)
                || List.of("metadata", "targets", "rules", "alerts", "alertmanagers", "read", "write")
                        .contains(rest)
                || rest.matches("status/(config|flags|runtimeinfo|buildinfo|tsdb|walreplay)");
    }

    /** What a request does, and so how long it may take. */
    public enum Kind {
        /** Evaluates an expression. */
        QUERY,
        /** Looks up names, or what the server says of itself. */
        LOOKUP,
        /** Brings samples. */
        WRITE,
        /** Takes many samples away, as fast as the client can. */
        READ
    }

    public static Kind kind(String path) {
        if (path.equals(PREFIX + "write") || isPush(path)) {
            return Kind.WRITE;
        }
        if (path.equals(PREFIX + "read") || path.equals("/federate")) {
            return Kind.READ;
        }
        return path.startsWith(PREFIX + "query") || path.equals(EXPLAIN) ? Kind.QUERY : Kind.LOOKUP;
    }

    /** Whether samples come in there, so that a body may be large. */
    public boolean takesMuch(String path) {
        return path.equals(PREFIX + "write") || (isPush(path) && parts.push().isPresent());
    }

    private static boolean isPush(String path) {
        return path.startsWith(PUSH);
    }

    /** Whether a request changes something, so that it must not come from another site's page. */
    public static boolean changes(String method, String path) {
        return !method.equals("GET")
                && !method.equals("HEAD")
                && !method.equals("OPTIONS")
                && !(path.startsWith(PREFIX) && QUERIES.contains(path.substring(PREFIX.length())));
    }

    /** The answer to a request, also to one that cannot be answered. */
    public PrometheusAnswer answer(PrometheusRequest request) {
        PrometheusAnswer answer = request.is("OPTIONS") ? Origins.preflight() : attempt(request);
        return answer.with(origins.headers(request.header("Origin")));
    }

    private PrometheusAnswer attempt(PrometheusRequest request) {
        try {
            return answered(request);
        } catch (ApiProblem e) {
            return Envelope.error(e.type(), e.text());
        } catch (QueryException e) {
            return Envelope.error(ErrorType.of(e.kind()), String.valueOf(e.getMessage()));
        } catch (StorageException e) {
            return Envelope.error(ErrorType.INTERNAL, String.valueOf(e.getMessage()));
        }
    }

    private PrometheusAnswer answered(PrometheusRequest request) throws ApiProblem {
        String path = request.path();
        if (path.equals("/federate")) {
            return request.is("GET", "HEAD") ? federation.answer(request.parameters()) : otherMethod("GET");
        }
        if (path.equals(EXPLAIN)) {
            return request.is("GET", "HEAD")
                    ? queries.explain(request.parameters(), request.cancellation())
                    : otherMethod("GET");
        }
        if (path.equals(STORE)) {
            return request.is("GET", "HEAD") ? status.analysis(request.parameters()) : otherMethod("GET");
        }
        if (isPush(path)) {
            return push(request);
        }
        String rest = path.substring(PREFIX.length());
        if (rest.equals("write")) {
            return request.is("POST") ? of(parts.write().receive(call(request))) : otherMethod("POST");
        }
        if (rest.equals("read")) {
            return request.is("POST") ? of(parts.read().read(call(request))) : otherMethod("POST");
        }
        if (rest.startsWith(ADMIN)) {
            return request.is("POST", "PUT")
                    ? admin.answer(rest.substring(ADMIN.length()), request.parameters())
                    : otherMethod("POST, PUT");
        }
        if (QUERIES.contains(rest)) {
            return request.is("GET", "POST", "HEAD") ? query(rest, request) : otherMethod("GET, POST");
        }
        return request.is("GET", "HEAD") ? read(rest, request.parameters()) : otherMethod("GET");
    }

    private PrometheusAnswer query(String name, PrometheusRequest request) throws ApiProblem {
        Parameters parameters = request.parameters();
        return switch (name) {
            case "query" -> queries.instant(parameters, request.cancellation());
            case "query_range" -> queries.range(parameters, request.cancellation());
            case "query_exemplars" -> queries.exemplars(parameters);
            case "format_query" -> queries.format(parameters);
            case "parse_query" -> queries.parse(parameters);
            case "labels" -> labels.names(parameters);
            case "series" -> labels.series(parameters, request.cancellation());
            default -> unknown();
        };
    }

    private PrometheusAnswer read(String name, Parameters parameters) throws ApiProblem {
        if (name.startsWith(LABEL) && name.endsWith(VALUES) && name.length() > LABEL.length() + VALUES.length()) {
            String label = name.substring(LABEL.length(), name.length() - VALUES.length());
            return labels.values(PathText.decode(label), parameters);
        }
        return switch (name) {
            case "metadata" -> targets.metadata(parameters);
            case "targets" -> targets.targets(parameters);
            case "targets/metadata" -> targets.targetMetadata(parameters);
            case "scrape_pools" -> targets.pools();
            case "rules" -> rules.rules(parameters);
            case "alerts" -> rules.alerts();
            case "alertmanagers" -> rules.alertmanagers();
            case "notifications" -> Envelope.success(json -> json.raw("[]"));
            case "features" -> Envelope.success(json -> TreeJson.write(json, Features.ALL));
            case "status/config" -> status.config();
            case "status/flags" -> status.flags();
            case "status/runtimeinfo" -> status.runtime();
            case "status/buildinfo" -> status.build();
            case "status/tsdb" -> status.store(parameters);
            case "status/walreplay" -> Envelope.success(json -> json.raw("{\"min\":0,\"max\":0,\"current\":0}"));
            default -> unknown();
        };
    }

    private static RemoteCall call(PrometheusRequest request) {
        return new RemoteCall(request.client(), request.headers(), request.body());
    }

    private static PrometheusAnswer of(ReadAnswer answer) {
        if (answer instanceof ReadAnswer.Streamed streamed) {
            return PrometheusAnswer.streamed(streamed);
        }
        return of(((ReadAnswer.Whole) answer).answer());
    }

    private PrometheusAnswer push(PrometheusRequest request) {
        Optional<PrometheusParts.Push> push = parts.push();
        if (push.isEmpty()) {
            return unknown();
        }
        if (!request.is("PUT", "POST", "DELETE")) {
            return otherMethod("DELETE, POST, PUT");
        }
        return of(push.get().answer(request.method(), request.path(), call(request)));
    }

    private static PrometheusAnswer of(RemoteAnswer answer) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(answer.headers());
        String type = headers.remove("Content-Type");
        return new PrometheusAnswer(
                answer.status(), type == null ? PrometheusAnswer.TEXT : type, answer.body(), headers);
    }

    private static PrometheusAnswer unknown() {
        return PrometheusAnswer.text(404, "404 page not found\n");
    }

    private static PrometheusAnswer otherMethod(String allowed) {
        return new PrometheusAnswer(
                405,
                PrometheusAnswer.TEXT,
                "Method Not Allowed\n".getBytes(StandardCharsets.UTF_8),
                Map.of("Allow", allowed));
    }
}
