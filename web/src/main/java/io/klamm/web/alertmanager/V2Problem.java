package io.klamm.web.alertmanager;

import io.klamm.web.http.Answer;
import io.klamm.web.http.Json;

/** A request that gets an error for its answer: a text of JSON from the API itself, or a code and a message from what reads requests before it. */
final class V2Problem extends Exception {

    private static final long serialVersionUID = 1L;

    /** The code for what is not of its type. */
    static final int TYPE = 601;

    /** The code for what is missing. */
    static final int REQUIRED = 602;

    /** The code for a text that is too short, or a list with too few elements. */
    static final int TOO_FEW = 612;

    private static final int UNPROCESSABLE = 422;

    private final int status;
    private final int code;

    private V2Problem(int status, int code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    /** What the API itself has to say. */
    static V2Problem said(int status, String message) {
        return new V2Problem(status, 0, message);
    }

    /** A request that the API never sees. */
    static V2Problem unread(int status, String message) {
        return new V2Problem(status, status, message);
    }

    /** A field or parameter that is not as it has to be. */
    static V2Problem invalid(int code, String message) {
        return new V2Problem(UNPROCESSABLE, code, message);
    }

    static V2Problem required(String field) {
        return invalid(REQUIRED, field + " in body is required");
    }

    Answer answer() {
        String message = String.valueOf(getMessage());
        byte[] body = Json.write(json -> {
            if (code == 0) {
                json.writeString(message);
            } else {
                json.writeStartObject();
                json.writeNumberField("code", code);
                json.writeStringField("message", message);
                json.writeEndObject();
            }
        });
        return Answer.of(status, Answer.JSON, body);
    }
}
