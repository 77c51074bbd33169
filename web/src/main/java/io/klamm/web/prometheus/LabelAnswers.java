package io.klamm.web.prometheus;

import io.klamm.model.series.CodePointOrder;
import io.klamm.model.series.LabelText;
import io.klamm.model.series.Labels;
import io.klamm.promql.budget.Cancellation;
import io.klamm.promql.value.ErrorKind;
import io.klamm.promql.value.QueryException;
import io.klamm.storage.Matcher;
import io.klamm.storage.Names;
import io.klamm.storage.Querier;
import io.klamm.storage.Queryable;
import io.klamm.storage.SelectHints;
import io.klamm.storage.Selection;
import io.klamm.storage.SeriesSet;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Answers {@code /series}, {@code /labels} and {@code /label/NAME/values}. */
final class LabelAnswers {

    private static final int BETWEEN_CHECKS = 128;

    private final Queryable store;

    LabelAnswers(Queryable store) {
        this.store = store;
    }

    /** Asks a store for names that meet one set of conditions. */
    private interface Ask {
        Names names(Querier querier, List<Matcher> matchers, int limit);
    }

    PrometheusAnswer names(Parameters parameters) throws ApiProblem {
        return ask(parameters, Querier::labelNames);
    }

    /** @param name as it stands in the path, decoded */
    PrometheusAnswer values(String name, Parameters parameters) throws ApiProblem {
        String label = EscapedName.unescape(name);
        if (label.isEmpty()) {
            throw ApiProblem.badData("invalid label name: " + LabelText.quote(name));
        }
        return ask(parameters, (querier, matchers, limit) -> querier.labelValues(label, matchers, limit));
    }

    private PrometheusAnswer ask(Parameters parameters, Ask ask) throws ApiProblem {
        int limit = Limit.of(parameters);
        List<List<Matcher>> selectors = Selectors.of(parameters);
        Set<String> found = new TreeSet<>(CodePointOrder.INSTANCE);
        List<String> warnings = new ArrayList<>();
        boolean truncated = false;
        try (Querier querier = querier(parameters)) {
            for (List<Matcher> matchers : selectors.isEmpty() ? List.of(List.<Matcher>of()) : selectors) {
                Names names = ask.names(querier, matchers, limit);
                found.addAll(names.names());
                warnings.addAll(names.warnings());
                truncated |= names.truncated();
            }
        }
        truncated |= limit > 0 && found.size() > limit;
        if (truncated) {
            warnings.add(Limit.TRUNCATED);
        }
        List<String> shown =
                found.stream().limit(limit == 0 ? Long.MAX_VALUE : limit).toList();
        return Envelope.success(json -> json.texts(shown), warnings, List.of());
    }

    PrometheusAnswer series(Parameters parameters, Cancellation cancellation) throws ApiProblem {
        if (parameters.all("match[]").isEmpty()) {
            throw ApiProblem.badData("no match[] parameter provided");
        }
        int limit = Limit.of(parameters);
        List<List<Matcher>> selectors = Selectors.of(parameters);
        Set<Labels> found = new LinkedHashSet<>();
        List<String> warnings = new ArrayList<>();
        try (Querier querier = querier(parameters)) {
            for (List<Matcher> matchers : selectors) {
                SeriesSet set = querier.select(
                        new Selection(matchers, true, SelectHints.labelsOnly(limit == 0 ? 0 : limit + 1)));
                collect(set, found, limit, cancellation);
                warnings.addAll(set.warnings());
            }
        }
        if (limit > 0 && found.size() > limit) {
            warnings.add(Limit.TRUNCATED);
        }
        return Envelope.success(json -> write(json, found, limit), warnings, List.of());
    }

    private static void collect(SeriesSet set, Set<Labels> found, int limit, Cancellation cancellation) {
        int seen = 0;
        while ((limit == 0 || found.size() <= limit) && set.next()) {
            found.add(set.at().labels());
            if (++seen % BETWEEN_CHECKS == 0 && cancellation.canceled()) {
                throw new QueryException(ErrorKind.CANCELED, "context canceled");
            }
        }
    }

    private static void write(JsonBytes json, Set<Labels> found, int limit) {
        json.raw('[');
        int count = 0;
        for (Labels labels : found) {
            if (limit > 0 && count == limit) {
                break;
            }
            if (count++ > 0) {
                json.raw(',');
            }
            json.labels(labels);
        }
        json.raw(']');
    }

    private Querier querier(Parameters parameters) throws ApiProblem {
        long start = TimeTexts.time(parameters, "start", TimeTexts.EARLIEST);
        long end = TimeTexts.time(parameters, "end", TimeTexts.LATEST);
        if (end < start) {
            throw ApiProblem.badData("invalid parameter \"end\": end timestamp must not be before start timestamp");
        }
        return store.querier(start, end);
    }
}
