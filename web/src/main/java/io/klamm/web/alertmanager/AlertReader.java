package io.klamm.web.alertmanager;

import com.fasterxml.jackson.databind.JsonNode;
import io.klamm.model.alert.Alert;
import io.klamm.model.series.Labels;
import io.klamm.web.http.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads alerts that others tell: one that is not right does not keep the others out.
 *
 * @param problems what is wrong with those that are not taken
 */
record AlertReader(List<Alert> good, List<String> problems) {

    private static final String BODY = "alerts";

    /** An alert without an end is over when it has not been told again for so long. */
    private static final Duration RESOLVE_TIMEOUT = Duration.ofMinutes(5);

    static AlertReader read(Request request, Instant now) throws V2Problem {
        JsonNode tree = V2Body.tree(request, BODY);
        if (!tree.isArray()) {
            throw V2Body.unreadable(BODY, "it is no array");
        }
        List<Alert> good = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (int i = 0; i < tree.size(); i++) {
            add(tree.path(i), i, now, good, problems);
        }
        return new AlertReader(good, problems);
    }

    private static void add(JsonNode object, int at, Instant now, List<Alert> good, List<String> problems)
            throws V2Problem {
        if (!object.path("labels").isObject()) {
            throw V2Problem.required(at + ".labels");
        }
        Map<String, String> labels = V2Body.texts(object, "labels", BODY);
        Optional<Instant> end = V2Body.time(object, "endsAt", BODY);
        Instant start = V2Body.time(object, "startsAt", BODY).orElse(end.orElse(now));
        Instant over = end.orElse(now.plus(RESOLVE_TIMEOUT));
        Map<String, String> annotations = V2Body.texts(object, "annotations", BODY);
        String url = V2Body.text(object, "generatorURL", BODY).orElse("");
        Optional<String> problem = problem(labels, start, over);
        if (problem.isPresent()) {
            problems.add(problem.get());
        } else {
            good.add(Alert.of(Labels.of(labels), annotations, start, over, url));
        }
    }

    private static Optional<String> problem(Map<String, String> labels, Instant start, Instant end) {
        if (end.isBefore(start)) {
            return Optional.of("start time must be before end time");
        }
        if (labels.isEmpty()) {
            return Optional.of("at least one label pair required");
        }
        return labels.containsKey("") ? Optional.of("invalid label set: invalid name \"\"") : Optional.empty();
    }
}
