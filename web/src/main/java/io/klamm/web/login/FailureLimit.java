package io.klamm.web.login;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts failed logins per address: after five within a minute an address must wait until the minute is over. */
final class FailureLimit {

    private static final int MOST_FAILURES = 5;
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int MOST_ADDRESSES = 4096;

    private final Clock clock;
    private final Map<String, Failures> failures = new LinkedHashMap<>();

    FailureLimit(Clock clock) {
        this.clock = clock;
    }

    private record Failures(Instant first, int count) {}

    synchronized boolean exceeded(String address) {
        Failures known = failures.get(address);
        return known != null && !over(known) && known.count() >= MOST_FAILURES;
    }

    synchronized void failed(String address) {
        Failures known = failures.remove(address);
        failures.put(
                address,
                known == null || over(known)
                        ? new Failures(clock.instant(), 1)
                        : new Failures(known.first(), known.count() + 1));
        if (failures.size() > MOST_ADDRESSES) {
            failures.remove(failures.keySet().iterator().next());
        }
    }

    private boolean over(Failures known) {
        return !clock.instant().isBefore(known.first().plus(WINDOW));
    }
}
