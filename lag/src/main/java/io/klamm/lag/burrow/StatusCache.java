package io.klamm.lag.burrow;

import io.klamm.model.burrow.BurrowGroupStatus;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps verdicts for a while, also on groups that are not found, and also on those that have been removed since: as Burrow does. */
final class StatusCache {

    private static final int FEW = 1024;

    private final long keepMillis;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    StatusCache(long keepMillis) {
        this.keepMillis = keepMillis;
    }

    private record Entry(BurrowGroupStatus status, long atMillis) {}

    /** Null when there is none, or it is too old. */
    @Nullable
    BurrowGroupStatus get(String group, long nowMillis) {
        Entry entry = entries.get(group);
        return entry != null && fresh(entry, nowMillis) ? entry.status() : null;
    }

    /** @param groups how many groups there are: not many more verdicts than that are kept, whatever is asked for */
    void put(String group, BurrowGroupStatus status, long nowMillis, int groups) {
        entries.remove(group);
        if (entries.size() >= groups + FEW) {
            entries.keySet().remove(entries.keySet().iterator().next());
        }
        entries.put(group, new Entry(status, nowMillis));
    }

    private boolean fresh(Entry entry, long nowMillis) {
        return nowMillis - entry.atMillis() < keepMillis;
    }
}
