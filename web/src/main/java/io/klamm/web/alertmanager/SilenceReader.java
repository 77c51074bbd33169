package io.klamm.web.alertmanager;

import com.fasterxml.jackson.databind.JsonNode;
import io.klamm.model.alert.AlertMatcher;
import io.klamm.model.alert.Silence;
import io.klamm.storage.Matcher;
import io.klamm.web.http.Request;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a silence that is to be made or changed. */
final class SilenceReader {

    private static final String BODY = "silence";

    private SilenceReader() {}

    static Silence read(Request request, Instant now) throws V2Problem {
        JsonNode tree = V2Body.tree(request, BODY);
        if (!tree.isObject()) {
            throw V2Body.unreadable(BODY, "it is no object");
        }
        String comment = required(tree, "comment");
        String createdBy = required(tree, "createdBy");
        Instant endsAt = requiredTime(tree, "endsAt");
        List<AlertMatcher> matchers = matchers(tree.path("matchers"));
        Instant startsAt = requiredTime(tree, "startsAt");
        if (!startsAt.isBefore(endsAt)) {
            throw V2Problem.said(400, "Failed to create silence: start time must be before end time");
        }
        if (endsAt.isBefore(now)) {
            throw V2Problem.said(400, "Failed to create silence: end time can't be in the past");
        }
        String id = V2Body.text(tree, "id", BODY).orElse("");
        return new Silence(id, matchers, startsAt, endsAt, now, createdBy, comment);
    }

    private static String required(JsonNode tree, String field) throws V2Problem {
        Optional<String> text = V2Body.text(tree, field, BODY);
        if (text.isEmpty()) {
            throw V2Problem.required(field);
        }
        return text.get();
    }

    private static Instant requiredTime(JsonNode tree, String field) throws V2Problem {
        Optional<Instant> time = V2Body.time(tree, field, BODY);
        if (time.isEmpty()) {
            throw V2Problem.required(field);
        }
        return time.get();
    }

    private static List<AlertMatcher> matchers(JsonNode list) throws V2Problem {
        if (!list.isArray()) {
            throw V2Problem.required("matchers");
        }
        if (list.isEmpty()) {
            throw V2Problem.invalid(V2Problem.TOO_FEW, "matchers in body should have at least 1 items");
        }
        List<AlertMatcher> matchers = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            matchers.add(matcher(list.path(i), "matchers." + i));
        }
        if (matchers.stream().allMatch(one -> Matcher.of(one).matchesEmpty())) {
            throw V2Problem.said(400, "invalid silence: at least one matcher must not match the empty string");
        }
        return matchers;
    }

    private static AlertMatcher matcher(JsonNode object, String at) throws V2Problem {
        JsonNode regex = object.path("isRegex");
        if (!regex.isBoolean()) {
            throw V2Problem.required(at + ".isRegex");
        }
        boolean equal = object.path("isEqual").asBoolean(true);
        AlertMatcher matcher = new AlertMatcher(
                field(object, "name", at),
                AlertMatcher.Operator.of(equal, regex.asBoolean()),
                field(object, "value", at));
        try {
            Matcher.of(matcher);
        } catch (IllegalArgumentException e) {
            throw V2Problem.said(400, "invalid silence: invalid label matcher: " + e.getMessage());
        }
        return matcher;
    }

    private static String field(JsonNode object, String name, String at) throws V2Problem {
        Optional<String> text = V2Body.text(object, name, BODY);
        if (text.isEmpty()) {
            throw V2Problem.required(at + "." + name);
        }
        return text.get();
    }
}
