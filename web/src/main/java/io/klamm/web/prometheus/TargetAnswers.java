package io.klamm.web.prometheus;

import io.klamm.model.series.GoFloat;
import io.klamm.model.series.Metadata;
import io.klamm.promql.ast.Durations;
import io.klamm.storage.Matcher;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Answers what is asked of targets and of what metrics are. */
final class TargetAnswers {

    private static final String NEVER = "0001-01-01T00:00:00Z";

    private final Targets targets;
    private final MetadataView metadata;

    TargetAnswers(Targets targets, MetadataView metadata) {
        this.targets = targets;
        this.metadata = metadata;
    }

    PrometheusAnswer targets(Parameters parameters) throws ApiProblem {
        String state = parameters.get("state").toLowerCase(Locale.ROOT);
        boolean active = state.isEmpty() || state.equals("any") || state.equals("active");
        boolean dropped = state.isEmpty() || state.equals("any") || state.equals("dropped");
        String pool = parameters.get("scrapePool");
        List<Targets.Active> shown = active
                ? targets.active().stream()
                        .filter(one -> pool.isEmpty() || one.pool().equals(pool))
                        .toList()
                : List.of();
        List<Targets.Dropped> left = targets.dropped();
        return Envelope.success(json -> {
            json.raw("{\"activeTargets\":");
            array(json, shown, TargetAnswers::active);
            json.raw(",\"droppedTargets\":");
            array(json, dropped ? left : List.<Targets.Dropped>of(), TargetAnswers::dropped);
            json.raw(",\"droppedTargetCounts\":");
            counts(json, dropped ? left : List.of());
            json.raw('}');
        });
    }

    private static void active(JsonBytes json, Targets.Active target) {
        json.raw("{\"discoveredLabels\":")
                .labels(target.discovered())
                .raw(",\"labels\":")
                .labels(target.labels())
                .raw(",\"scrapePool\":")
                .text(target.pool())
                .raw(",\"scrapeUrl\":")
                .text(target.url())
                .raw(",\"globalUrl\":")
                .text(target.url())
                .raw(",\"lastError\":")
                .text(target.lastError())
                .raw(",\"lastScrape\":")
                .text(target.lastScrape().map(Instant::toString).orElse(NEVER))
                .raw(",\"lastScrapeDuration\":")
                .raw(GoFloat.format(target.lastDuration().toNanos() / 1e9, GoFloat.Form.API))
                .raw(",\"health\":")
                .text(target.health())
                .raw(",\"scrapeInterval\":")
                .text(Durations.format(target.interval().toMillis()))
                .raw(",\"scrapeTimeout\":")
                .text(Durations.format(target.timeout().toMillis()))
                .raw('}');
    }

    private static void dropped(JsonBytes json, Targets.Dropped target) {
        json.raw("{\"discoveredLabels\":")
                .labels(target.discovered())
                .raw(",\"scrapePool\":")
                .text(target.pool())
                .raw('}');
    }

    private static void counts(JsonBytes json, List<Targets.Dropped> dropped) {
        Map<String, Long> counts = dropped.stream()
                .collect(Collectors.groupingBy(Targets.Dropped::pool, TreeMap::new, Collectors.counting()));
        TreeJson.write(json, counts);
    }

    PrometheusAnswer pools() throws ApiProblem {
        return Envelope.success(
                json -> json.raw("{\"scrapePools\":").texts(targets.pools()).raw('}'));
    }

    PrometheusAnswer metadata(Parameters parameters) throws ApiProblem {
        int limit = signed(parameters, "limit");
        int perMetric = signed(parameters, "limit_per_metric");
        String wanted = parameters.get("metric");
        Map<String, Set<Metadata>> all = new TreeMap<>();
        for (Targets.Described one : described()) {
            if (wanted.isEmpty() || wanted.equals(one.family())) {
                all.computeIfAbsent(one.family(), family -> new LinkedHashSet<>())
                        .add(one.metadata());
            }
        }
        return Envelope.success(json -> {
            json.raw('{');
            int count = 0;
            for (Map.Entry<String, Set<Metadata>> entry : all.entrySet()) {
                if (limit >= 0 && count == limit) {
                    break;
                }
                json.raw(count++ == 0 ? "" : ",").text(entry.getKey()).raw(':');
                List<Metadata> kept = entry.getValue().stream()
                        .limit(perMetric > 0 ? perMetric : Long.MAX_VALUE)
                        .toList();
                array(json, kept, (out, one) -> {
                    out.raw('{');
                    facts(out, one);
                    out.raw('}');
                });
            }
            json.raw('}');
        });
    }

    private List<Targets.Described> described() {
        List<Targets.Described> all = new ArrayList<>();
        targets.active().forEach(target -> all.addAll(target.metadata()));
        all.addAll(metadata.all());
        return all;
    }

    private static int signed(Parameters parameters, String name) throws ApiProblem {
        String text = parameters.get(name);
        if (text.isEmpty()) {
            return -1;
        }
        if (!text.matches("-?\\d{1,9}")) {
            throw ApiProblem.badData(name + " must be a number");
        }
        return Integer.parseInt(text);
    }

    PrometheusAnswer targetMetadata(Parameters parameters) throws ApiProblem {
        int limit = signed(parameters, "limit");
        String metric = parameters.get("metric");
        String match = parameters.get("match_target");
        List<Matcher> matchers = match.isEmpty() ? List.of() : Language.selector("match_target", match);
        List<Consumer<JsonBytes>> rows = new ArrayList<>();
        for (Targets.Active target : targets.active()) {
            if (!matchers.stream().allMatch(matcher -> matcher.matches(target.labels()))) {
                continue;
            }
            for (Targets.Described one : target.metadata()) {
                if ((metric.isEmpty() || metric.equals(one.family())) && (limit < 0 || rows.size() < limit)) {
                    rows.add(json -> row(json, target, one, metric.isEmpty()));
                }
            }
        }
        if (rows.isEmpty()) {
            throw new ApiProblem(ErrorType.NOT_FOUND, "specified metadata not found");
        }
        return Envelope.success(json -> array(json, rows, (out, row) -> row.accept(out)));
    }

    private static void row(JsonBytes json, Targets.Active target, Targets.Described one, boolean named) {
        json.raw("{\"target\":").labels(target.labels());
        if (named) {
            json.raw(",\"metric\":").text(one.family());
        }
        json.raw(',');
        facts(json, one.metadata());
        json.raw('}');
    }

    private static void facts(JsonBytes json, Metadata metadata) {
        json.raw("\"type\":")
                .text(metadata.type().word())
                .raw(",\"help\":")
                .text(metadata.help())
                .raw(",\"unit\":")
                .text(metadata.unit());
    }

    /** Writes one element of an array. */
    interface Element<T> {
        void write(JsonBytes json, T element);
    }

    static <T> void array(JsonBytes json, List<? extends T> list, Element<T> element) {
        json.raw('[');
        for (int i = 0; i < list.size(); i++) {
            if (i > 0) {
                json.raw(',');
            }
            element.write(json, list.get(i));
        }
        json.raw(']');
    }
}
