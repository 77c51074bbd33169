package io.klamm.web.prometheus;

import java.util.ArrayList;
import java.util.List;

/** The frame of every answer: {@code {"status":"success","data":...}}, or an error. */
final class Envelope {

    private static final int MOST = 10;

    private Envelope() {}

    /** Writes the data of an answer. */
    interface Data {
        void write(JsonBytes json) throws ApiProblem;
    }

    static PrometheusAnswer success(Data data) throws ApiProblem {
        return success(data, List.of(), List.of());
    }

    static PrometheusAnswer success(Data data, List<String> warnings, List<String> infos) throws ApiProblem {
        JsonBytes json = new JsonBytes().raw("{\"status\":\"success\",\"data\":");
        data.write(json);
        annotations(json, "warnings", "warning", warnings);
        annotations(json, "infos", "info", infos);
        return PrometheusAnswer.json(200, json.raw('}'));
    }

    private static void annotations(JsonBytes json, String field, String kind, List<String> texts) {
        if (texts.isEmpty()) {
            return;
        }
        json.raw(",\"" + field + "\":");
        if (texts.size() <= MOST) {
            json.texts(texts);
            return;
        }
        List<String> shown = new ArrayList<>(texts.subList(0, MOST));
        shown.add((texts.size() - MOST) + " more " + kind + " annotations omitted");
        json.texts(shown);
    }

    static PrometheusAnswer error(ErrorType type, String message) {
        return error(type.status(), type, message);
    }

    static PrometheusAnswer error(int status, ErrorType type, String message) {
        return PrometheusAnswer.json(
                status,
                new JsonBytes()
                        .raw("{\"status\":\"error\",\"errorType\":\"" + type.word() + "\",\"error\":")
                        .text(message)
                        .raw('}'));
    }
}
