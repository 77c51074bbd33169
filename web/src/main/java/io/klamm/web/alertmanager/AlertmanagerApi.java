package io.klamm.web.alertmanager;

import io.klamm.web.alerts.AlertDesk;
import io.klamm.web.http.Answer;
import io.klamm.web.http.Parameters;
import io.klamm.web.http.Refused;
import io.klamm.web.http.Request;
import io.klamm.web.http.Uri;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Answers as Alertmanager's API v2 does, below {@code /api/v2/} and below {@code /alertmanager/api/v2/}: a function of the request, the desk and
 * the time. Safe for use by several threads.
 */
public final class AlertmanagerApi {

    private static final String PREFIX = "/alertmanager";
    private static final String V2 = "/api/v2";
    private static final List<String> NAMES =
            List.of("status", "receivers", "silences", "silence", "alerts", "alerts/groups");

    private final Optional<V2Answers> answers;

    /**
     * Connects to nothing.
     *
     * @param desk empty where there is no notifier
     * @param version of this program
     */
    public AlertmanagerApi(Optional<AlertDesk> desk, String version, Clock clock) {
        this.answers = desk.map(one -> new V2Answers(one, version, clock));
    }

    /** Whether a path is Alertmanager's. */
    public static boolean serves(String path) {
        return path.startsWith(PREFIX + "/") || path.startsWith(V2 + "/");
    }

    /** The path for counting: without names, the same for both prefixes. */
    public static String route(String path) {
        String rest = rest(path);
        String name = rest.startsWith("silence/") ? "silence" : rest;
        return V2 + "/" + (NAMES.contains(name) ? name : "*");
    }

    /** Whether alerts are brought there, so that a body may be large. */
    public static boolean takesMuch(String path) {
        return serves(path) && rest(path).equals("alerts");
    }

    /** What follows {@code /api/v2/}; empty for another path. */
    private static String rest(String path) {
        String own = path.startsWith(PREFIX + "/") ? path.substring(PREFIX.length()) : path;
        return own.startsWith(V2 + "/") ? own.substring(V2.length() + 1) : "";
    }

    /** The answer to a request, also to one that cannot be answered. */
    public Answer answer(Request request) {
        if (answers.isEmpty()) {
            return V2Problem.said(404, "alerts: off (expected: a server with alerting)")
                    .answer();
        }
        if (List.of(PREFIX + "/-/healthy", PREFIX + "/-/ready").contains(request.path())) {
            return Answer.text(200, "OK");
        }
        try {
            return answered(answers.get(), request, rest(request.path()));
        } catch (V2Problem e) {
            return e.answer();
        } catch (Refused e) {
            return V2Problem.unread(400, e.error().message()).answer();
        }
    }

    private static Answer answered(V2Answers answers, Request request, String rest) throws V2Problem, Refused {
        Parameters parameters = Parameters.parse(request.query());
        if (rest.startsWith("silence/") && rest.indexOf('/', "silence/".length()) < 0) {
            String id = Uri.decode(rest.substring("silence/".length()), false);
            return request.method().equals("DELETE")
                    ? answers.expire(id)
                    : read(request, "DELETE,GET", () -> answers.silence(id));
        }
        return switch (rest) {
            case "status" -> read(request, "GET", answers::status);
            case "receivers" -> read(request, "GET", answers::receivers);
            case "silences" ->
                request.method().equals("POST")
                        ? answers.set(request)
                        : read(request, "GET,POST", () -> answers.silences(parameters));
            case "alerts" ->
                request.method().equals("POST")
                        ? answers.accept(request)
                        : read(request, "GET,POST", () -> answers.alerts(parameters));
            case "alerts/groups" -> read(request, "GET", () -> answers.groups(parameters));
            default -> throw V2Problem.unread(404, "path " + request.path() + " was not found");
        };
    }

    private interface Reading {
        Answer answer() throws V2Problem;
    }

    private static Answer read(Request request, String allowed, Reading reading) throws V2Problem {
        if (!request.isRead()) {
            return V2Problem.unread(405, "method " + request.method() + " is not allowed, but [" + allowed + "] are")
                    .answer()
                    .with("Allow", allowed);
        }
        return reading.answer();
    }
}
