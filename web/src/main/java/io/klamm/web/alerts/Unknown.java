package io.klamm.web.alerts;

import io.klamm.web.http.Answer;
import io.klamm.web.http.ApiError;
import io.klamm.web.http.Refused;
import io.klamm.web.http.Request;

/** What is said to requests that nobody answers. */
final class Unknown {

    private Unknown() {}

    static Refused path() {
        return new Refused(ApiError.notFound(
                "path: unknown (expected: a path of the API)", "/api/klamm/v1/openapi.yaml describes it"));
    }

    static Answer method(Request request, String allowed) {
        return Answer.error(new ApiError(
                        405, "bad_request", "method: " + request.method() + " (expected: " + allowed + ")", null))
                .with("Allow", allowed);
    }

    static Refused name(String what, String name, String expected) {
        return new Refused(ApiError.notFound(
                what + ": " + name + " (expected: " + expected + ")",
                "GET /api/klamm/v1/alerts/" + what + "s lists them"));
    }
}
