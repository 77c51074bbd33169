package io.klamm.web.burrow;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** What stands around every answer in JSON. */
final class Envelope {

    private final String host;
    private final String allowOrigin;

    Envelope(String host, String allowOrigin) {
        this.host = host;
        this.allowOrigin = allowOrigin;
    }

    /** @param members what follows the message */
    BurrowAnswer ok(String message, Consumer<GoJson> members) {
        return answer(200, false, message, members);
    }

    BurrowAnswer error(int status, String message, String url) {
        return answer(status, true, message, json -> request(json, url));
    }

    BurrowAnswer answer(int status, boolean error, String message, Consumer<GoJson> members) {
        Map<String, String> headers = new LinkedHashMap<>();
        if (!allowOrigin.isEmpty()) {
            headers.put("Access-Control-Allow-Origin", allowOrigin);
        }
        headers.put("Content-Type", "application/json");
        return BurrowAnswer.of(
                status,
                headers,
                GoJson.object(json -> members.accept(json.field("error", error).field("message", message))));
    }

    /** Says what was asked of whom. */
    void request(GoJson json, String url) {
        json.object("request", request -> request.field("url", url).field("host", host));
    }
}
