package io.klamm.rules.outlier;

import io.klamm.model.series.Labels;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What subjects were at this time on earlier days; asked once in ten minutes, for it is many questions and hardly changes. */
final class PastAnswers {

    private static final long PACE = Duration.ofMinutes(10).toMillis();

    private record Known(long at, List<Map<Labels, Double>> answers) {}

    private final Expressions expressions;
    private final Map<String, Known> bySubject = new HashMap<>();

    PastAnswers(Expressions expressions) {
        this.expressions = expressions;
    }

    /** One answer for each of {@link SeasonalScore#offsets()}. */
    List<Map<Labels, Double>> of(Subject subject, Instant now) {
        long at = now.toEpochMilli() / PACE * PACE;
        Known known = bySubject.get(subject.name());
        if (known == null || known.at() != at) {
            known = new Known(at, asked(subject, Instant.ofEpochMilli(at)));
            bySubject.put(subject.name(), known);
        }
        return known.answers();
    }

    private List<Map<Labels, Double>> asked(Subject subject, Instant at) {
        List<Map<Labels, Double>> past = new ArrayList<>();
        SeasonalScore.offsets().forEach(offset -> past.add(expressions.at(subject.expression(), at.minus(offset))));
        return past;
    }
}
