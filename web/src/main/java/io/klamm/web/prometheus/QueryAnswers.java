package io.klamm.web.prometheus;

import io.klamm.promql.budget.Cancellation;
import io.klamm.promql.engine.Engine;
import io.klamm.promql.engine.Query;
import io.klamm.promql.engine.QueryOptions;
import io.klamm.promql.engine.QueryResult;
import io.klamm.promql.engine.QueryStats;
import io.klamm.promql.value.QueryException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Answers {@code /query}, {@code /query_range} and what else is asked of an expression. */
final class QueryAnswers {

    private static final int MOST_POINTS = 11_000;

    private final Engine engine;
    private final Clock clock;

    QueryAnswers(Engine engine, Clock clock) {
        this.engine = engine;
        this.clock = clock;
    }

    PrometheusAnswer instant(Parameters parameters, Cancellation cancellation) throws ApiProblem {
        int limit = Limit.of(parameters);
        return answer(query(parameters, options(parameters, cancellation)).execute(), parameters, limit);
    }

    PrometheusAnswer range(Parameters parameters, Cancellation cancellation) throws ApiProblem {
        int limit = Limit.of(parameters);
        return answer(rangeQuery(parameters, options(parameters, cancellation)).execute(), parameters, limit);
    }

    /** What each part of a query costs: of a range where a step is given, else of one moment. Not an answer that Prometheus has. */
    PrometheusAnswer explain(Parameters parameters, Cancellation cancellation) throws ApiProblem {
        QueryOptions options = options(parameters, cancellation).withExplain(true);
        Query query = parameters.has("step") ? rangeQuery(parameters, options) : query(parameters, options);
        return ExplainJson.answer(query.execute());
    }

    private Query query(Parameters parameters, QueryOptions options) throws ApiProblem {
        long time = TimeTexts.time(parameters, "time", clock.millis());
        try {
            return engine.instant(parameters.get("query"), time, options);
        } catch (QueryException e) {
            throw notAQuery(e);
        }
    }

    private Query rangeQuery(Parameters parameters, QueryOptions options) throws ApiProblem {
        long start = required(parameters, "start");
        long end = required(parameters, "end");
        if (end < start) {
            throw ApiProblem.parameter("end", "end timestamp must not be before start time");
        }
        if (!parameters.has("step")) {
            throw ApiProblem.parameter("step", "cannot parse \"\" to a valid duration");
        }
        long step = TimeTexts.duration(parameters, "step", 0);
        if (step <= 0) {
            throw ApiProblem.parameter(
                    "step", "zero or negative query resolution step widths are not accepted. Try a positive integer");
        }
        if ((end - start) / step > MOST_POINTS) {
            throw ApiProblem.badData("exceeded maximum resolution of 11,000 points per timeseries."
                    + " Try decreasing the query resolution (?step=XX)");
        }
        try {
            return engine.range(parameters.get("query"), start, end, step, options);
        } catch (QueryException e) {
            throw notAQuery(e);
        }
    }

    private static ApiProblem notAQuery(QueryException e) {
        return ApiProblem.parameter("query", String.valueOf(e.getMessage()));
    }

    private static long required(Parameters parameters, String name) throws ApiProblem {
        if (!parameters.has(name)) {
            throw ApiProblem.parameter(name, "cannot parse \"\" to a valid timestamp");
        }
        return TimeTexts.time(parameters, name, 0);
    }

    private static QueryOptions options(Parameters parameters, Cancellation cancellation) throws ApiProblem {
        QueryOptions options = QueryOptions.none().withCancellation(cancellation);
        long timeout = TimeTexts.duration(parameters, "timeout", 0);
        if (timeout > 0) {
            options = options.withTimeout(Duration.ofMillis(timeout));
        }
        long lookback = TimeTexts.duration(parameters, "lookback_delta", 0);
        return lookback > 0 ? options.withLookback(lookback) : options;
    }

    private static PrometheusAnswer answer(QueryResult answered, Parameters parameters, int limit) throws ApiProblem {
        List<String> warnings = new ArrayList<>(answered.warnings());
        if (limit > 0 && ValueJson.series(answered.value()) > limit) {
            warnings.add(Limit.TRUNCATED);
        }
        return Envelope.success(
                json -> {
                    json.raw('{');
                    ValueJson.write(json, answered.value(), limit);
                    if (parameters.has("stats")) {
                        stats(json, answered.stats());
                    }
                    json.raw('}');
                },
                warnings,
                answered.infos());
    }

    private static void stats(JsonBytes json, QueryStats stats) {
        json.raw(",\"stats\":{\"timings\":{\"evalTotalTime\":")
                .raw(seconds(stats.evalNanos()))
                .raw(",\"execQueueTime\":")
                .raw(seconds(stats.queueNanos()))
                .raw(",\"execTotalTime\":")
                .raw(seconds(stats.evalNanos() + stats.queueNanos()))
                .raw("},\"samples\":{\"totalQueryableSamples\":")
                .number(stats.samplesRead())
                .raw(",\"peakSamples\":")
                .number(stats.peakSamples())
                .raw("}}");
    }

    private static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.9f", nanos / 1e9);
    }

    PrometheusAnswer format(Parameters parameters) throws ApiProblem {
        String formatted = Language.format(parameters);
        return Envelope.success(json -> json.text(formatted));
    }

    PrometheusAnswer parse(Parameters parameters) throws ApiProblem {
        Object tree = Language.tree(parameters);
        return Envelope.success(json -> TreeJson.write(json, tree));
    }

    /** No store of ours keeps exemplars yet; whoever asks is told so in the way of a server that has none. */
    PrometheusAnswer exemplars(Parameters parameters) throws ApiProblem {
        long start = TimeTexts.time(parameters, "start", TimeTexts.EARLIEST);
        long end = TimeTexts.time(parameters, "end", TimeTexts.LATEST);
        if (end < start) {
            throw ApiProblem.badData("end timestamp must not be before start timestamp");
        }
        Language.tree(parameters);
        return Envelope.success(json -> json.raw("[]"));
    }
}
