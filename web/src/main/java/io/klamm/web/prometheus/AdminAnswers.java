package io.klamm.web.prometheus;

import io.klamm.storage.Matcher;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers {@code /admin/tsdb/...}, where that is allowed. */
final class AdminAnswers {

    private final Optional<StoreActions> actions;

    AdminAnswers(Optional<StoreActions> actions) {
        this.actions = actions;
    }

    PrometheusAnswer answer(String name, Parameters parameters) throws ApiProblem {
        if (actions.isEmpty()) {
            throw new ApiProblem(ErrorType.UNAVAILABLE, "admin APIs disabled");
        }
        return switch (name) {
            case "delete_series" -> delete(actions.get(), parameters);
            case "clean_tombstones" -> {
                actions.get().cleanTombstones();
                yield nothing();
            }
            case "snapshot" -> {
                String snapshot = actions.get().snapshot();
                yield Envelope.success(
                        json -> json.raw("{\"name\":").text(snapshot).raw('}'));
            }
            default -> PrometheusAnswer.text(404, "404 page not found\n");
        };
    }

    private PrometheusAnswer delete(StoreActions store, Parameters parameters) throws ApiProblem {
        List<List<Matcher>> selectors = Selectors.of(parameters);
        if (selectors.isEmpty()) {
            throw ApiProblem.badData("no match[] parameter provided");
        }
        long start = TimeTexts.time(parameters, "start", TimeTexts.EARLIEST);
        long end = TimeTexts.time(parameters, "end", TimeTexts.LATEST);
        for (List<Matcher> matchers : selectors) {
            store.delete(matchers, start, end);
        }
        return nothing();
    }

    private static PrometheusAnswer nothing() {
        return new PrometheusAnswer(204, PrometheusAnswer.JSON, new byte[0], Map.of());
    }
}
