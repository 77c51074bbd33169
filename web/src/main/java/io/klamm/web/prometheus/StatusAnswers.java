package io.klamm.web.prometheus;

import io.klamm.storage.StoreAnalysis;
import java.nio.file.Path;
import java.time.Clock;

/** Answers {@code /status/...}. */
final class StatusAnswers {

    /** The version of Prometheus whose API this is: clients choose by it what they may ask. */
    private static final String API_VERSION = "3.14.0";

    private static final int USUAL_LIMIT = 10;
    private static final int MOST = 10_000;

    private final ServerFacts facts;
    private final Clock clock;

    StatusAnswers(ServerFacts facts, Clock clock) {
        this.facts = facts;
        this.clock = clock;
    }

    PrometheusAnswer config() throws ApiProblem {
        return Envelope.success(
                json -> json.raw("{\"yaml\":").text(facts.config()).raw('}'));
    }

    PrometheusAnswer flags() throws ApiProblem {
        return Envelope.success(json -> TreeJson.write(json, facts.flags()));
    }

    /** Without a list of features: one that is not empty tells Grafana that this is Mimir. */
    PrometheusAnswer build() throws ApiProblem {
        return Envelope.success(json -> json.raw("{\"version\":")
                .text(API_VERSION)
                .raw(",\"revision\":")
                .text("klamm-" + facts.version())
                .raw(",\"branch\":\"klamm\",\"buildUser\":\"\",\"buildDate\":\"\",\"goVersion\":\"\"}"));
    }

    PrometheusAnswer runtime() throws ApiProblem {
        Runtime runtime = Runtime.getRuntime();
        return Envelope.success(json -> json.raw("{\"startTime\":")
                .text(facts.startedAt().toString())
                .raw(",\"CWD\":")
                .text(Path.of("").toAbsolutePath().toString())
                .raw(",\"hostname\":\"\",\"serverTime\":")
                .text(clock.instant().toString())
                .raw(",\"reloadConfigSuccess\":true,\"lastConfigTime\":")
                .text(facts.configuredAt().toString())
                .raw(",\"corruptionCount\":0,\"goroutineCount\":")
                .number(Thread.activeCount())
                .raw(",\"GOMAXPROCS\":")
                .number(runtime.availableProcessors())
                .raw(",\"GOMEMLIMIT\":")
                .number(runtime.maxMemory())
                .raw(",\"GOGC\":\"\",\"GODEBUG\":\"\",\"storageRetention\":")
                .text(facts.retention())
                .raw('}'));
    }

    /** As Prometheus tells it: of the newest hours, the labels of all that is kept. */
    PrometheusAnswer store(Parameters parameters) throws ApiProblem {
        StoreAnalysis analysis = facts.store(rows(parameters));
        return Envelope.success(json -> AnalysisJson.writeStatus(json, analysis));
    }

    /** Klamm's own: with blocks and sizes. */
    PrometheusAnswer analysis(Parameters parameters) throws ApiProblem {
        StoreAnalysis analysis = facts.store(rows(parameters));
        return Envelope.success(json -> AnalysisJson.write(json, analysis));
    }

    private static int rows(Parameters parameters) throws ApiProblem {
        int limit = Limit.of(parameters);
        if (parameters.has("limit") && (limit < 1 || limit > MOST)) {
            throw ApiProblem.badData("limit must be a positive number, at most " + MOST);
        }
        return limit == 0 ? USUAL_LIMIT : limit;
    }
}
