package io.klamm.tsdb.head;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One writer by its name: its number in the log, and the timelines of its series. Guarded by the head's commit lock. */
final class HeadWriter {

    /** A writer whose samples have more times than that at once gives further series timelines of their own. */
    private static final int MOST_LINES = 256;

    final int number;
    final String name;
    /** The log's scope in which it is defined. */
    int scope = -1;

    private final List<Timeline> lines = new ArrayList<>();
    private @Nullable Timeline newest;
    private int named;

    HeadWriter(int number, String name) {
        this.number = number;
        this.name = name;
    }

    /** A timeline whose last row is of this time, or a new one without rows. */
    Timeline lineOf(long time) {
        Timeline known = newest;
        if (known == null || known.isEmpty() || known.lastTime() != time) {
            known = find(time);
            newest = known;
        }
        return known;
    }

    private Timeline find(long time) {
        for (Timeline line : lines) {
            if (!line.isEmpty() && line.lastTime() == time) {
                return line;
            }
        }
        if (lines.size() >= MOST_LINES) {
            return new Timeline(null);
        }
        Timeline line = new Timeline(named == 0 ? name : name + '#' + named);
        named++;
        lines.add(line);
        return line;
    }

    /** Forgets timelines without series that got no row since a time. */
    void forget(Set<Timeline> used, long since) {
        lines.removeIf(line -> !used.contains(line) && (line.isEmpty() || line.lastTime() < since));
        newest = null;
        if (lines.isEmpty()) {
            named = 0;
        }
    }
}
