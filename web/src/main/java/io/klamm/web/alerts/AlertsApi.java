package io.klamm.web.alerts;

import io.klamm.web.http.Answer;
import io.klamm.web.http.ApiError;
import io.klamm.web.http.Query;
import io.klamm.web.http.Refused;
import io.klamm.web.http.Request;
import io.klamm.web.http.Uri;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Answers {@code /api/klamm/v1/alerts/...} and {@code /api/klamm/v1/rules/...} as {@code openapi.yaml} describes them. Safe for use by several threads. */
public final class AlertsApi {

    private static final String PREFIX = "/api/klamm/v1/";
    private static final String ALERTS = PREFIX + "alerts/";
    private static final String RULES = PREFIX + "rules/";

    private final Optional<AlertAnswers> alerts;
    private final Optional<RuleTextAnswers> rules;

    /** Connects to nothing. */
    public AlertsApi(AlertDoors doors, Clock clock) {
        this.alerts = doors.alerts().map(desk -> new AlertAnswers(desk, clock));
        this.rules = doors.rules().map(RuleTextAnswers::new);
    }

    /** Whether a path is of alerts or rules. */
    public static boolean serves(String path) {
        return path.startsWith(ALERTS) || path.startsWith(RULES);
    }

    /** The path for counting: without names. */
    public static String route(String path) {
        String kind = path.startsWith(ALERTS) ? ALERTS : RULES;
        String[] rest = path.substring(kind.length()).split("/", 2);
        boolean known = List.of("history", "groups", "receivers", "dead-letters", "config", "own", "check", "backtest")
                .contains(rest[0]);
        return kind + (known ? rest[0] : "*");
    }

    /** Whether the text of a rule file is sent there, so that a body may be large. */
    public static boolean takesText(String path) {
        return path.startsWith(RULES);
    }

    /** Whether a request there takes long. */
    public static boolean isSlow(String path) {
        return path.equals(RULES + "backtest") || (path.startsWith(ALERTS) && path.endsWith("/test"));
    }

    /**
     * The answer to a request, also to one that cannot be answered.
     *
     * @throws InterruptedException when the thread is interrupted because nobody waits for the answer any more
     */
    public Answer answer(Request request) throws InterruptedException {
        try {
            List<String> path = Uri.segments(request.path().substring(PREFIX.length()));
            Query query = Query.parse(request.query());
            return path.get(0).equals("alerts") ? alerts(request, path, query) : rules(request, path, query);
        } catch (Refused e) {
            return Answer.error(e.error());
        }
    }

    private Answer alerts(Request request, List<String> path, Query query) throws Refused {
        AlertAnswers desk = alerts.orElseThrow(() -> off("alerts"));
        return switch (path.size()) {
            case 2 -> read(request, () -> desk.list(path.get(1), query));
            case 3 -> one(request, desk, path, query);
            case 4 -> act(request, desk, path, query);
            default -> throw Unknown.path();
        };
    }

    private static Answer one(Request request, AlertAnswers desk, List<String> path, Query query) throws Refused {
        if (!path.get(1).equals("dead-letters")) {
            throw Unknown.path();
        }
        query.allowOnly();
        return request.method().equals("DELETE") ? desk.drop(path.get(2)) : Unknown.method(request, "DELETE");
    }

    private static Answer act(Request request, AlertAnswers desk, List<String> path, Query query) throws Refused {
        String what = path.get(1) + "/" + path.get(3);
        if (!what.equals("receivers/test") && !what.equals("dead-letters/retry")) {
            throw Unknown.path();
        }
        query.allowOnly();
        if (!request.method().equals("POST")) {
            return Unknown.method(request, "POST");
        }
        return what.equals("receivers/test") ? desk.test(path.get(2)) : desk.retry(path.get(2));
    }

    private Answer rules(Request request, List<String> path, Query query) throws Refused, InterruptedException {
        RuleTextAnswers desk = rules.orElseThrow(() -> off("rules"));
        if (path.size() != 2) {
            throw Unknown.path();
        }
        query.allowOnly();
        return switch (path.get(1)) {
            case "own" -> request.method().equals("PUT") ? desk.save(request) : own(request, desk);
            case "check" -> request.method().equals("POST") ? desk.check(request) : Unknown.method(request, "POST");
            case "backtest" ->
                request.method().equals("POST") ? desk.backtest(request) : Unknown.method(request, "POST");
            default -> throw Unknown.path();
        };
    }

    private static Answer own(Request request, RuleTextAnswers desk) {
        return request.isRead() ? desk.own() : Unknown.method(request, "GET, HEAD, PUT");
    }

    private interface Reading {
        Answer answer() throws Refused;
    }

    private static Answer read(Request request, Reading reading) throws Refused {
        return request.isRead() ? reading.answer() : Unknown.method(request, "GET, HEAD");
    }

    private static Refused off(String what) {
        return new Refused(ApiError.notFound(
                what + ": off (expected: a server with alerting)", "this one was started without rules and notifier"));
    }
}
