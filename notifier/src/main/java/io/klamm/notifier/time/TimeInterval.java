package io.klamm.notifier.time;

import java.time.Instant;
import java.util.List;

/** Times that have a name: those that are in any of the spans. */
public record TimeInterval(String name, List<CalendarSpan> spans) {

    public TimeInterval {
        spans = List.copyOf(spans);
    }

    /** Whether it is now. */
    public boolean contains(Instant time) {
        return spans.stream().anyMatch(span -> span.contains(time));
    }
}
