package io.klamm.web.prometheus;

import io.klamm.model.series.LabelText;

/** The parameter {@code limit}: how many elements an answer may have at most. */
final class Limit {

    static final String TRUNCATED = "results truncated due to limit";

    private Limit() {}

    /** 0 for all. */
    static int of(Parameters parameters) throws ApiProblem {
        return of(parameters, "limit");
    }

    static int of(Parameters parameters, String name) throws ApiProblem {
        String text = parameters.get(name);
        if (text.isEmpty()) {
            return 0;
        }
        if (!text.matches("[+-]?\\d{1,18}")) {
            throw ApiProblem.parameter(name, "cannot parse " + LabelText.quote(text) + " to a valid limit");
        }
        long limit = Long.parseLong(text);
        if (limit < 0) {
            throw ApiProblem.parameter(name, "limit must be non-negative");
        }
        return (int) Math.min(limit, Integer.MAX_VALUE);
    }
}
