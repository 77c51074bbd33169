package io.klamm.web.alertmanager;

import io.klamm.model.alert.AlertMatcher;
import io.klamm.model.alert.Silence;
import io.klamm.web.http.Parameters;
import java.time.Instant;
import java.util.List;

/** Which silences are asked for: those that have all of the conditions, literally. */
record SilenceFilter(Instant now, List<AlertMatcher> matchers, boolean active, boolean pending, boolean expired) {

    static SilenceFilter of(Parameters parameters, Instant now) throws V2Problem {
        return new SilenceFilter(
                now,
                Filters.matchers(parameters),
                Filters.flag(parameters, "active"),
                Filters.flag(parameters, "pending"),
                Filters.flag(parameters, "expired"));
    }

    boolean wants(Silence silence) {
        boolean inState =
                switch (silence.stateAt(now)) {
                    case ACTIVE -> active;
                    case PENDING -> pending;
                    case EXPIRED -> expired;
                };
        return inState && silence.matchers().containsAll(matchers);
    }
}
