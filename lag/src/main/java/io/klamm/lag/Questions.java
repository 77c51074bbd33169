package io.klamm.lag;

import io.klamm.model.OffsetRange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Ranges whose records should be counted, and what came of it. Only the newest are remembered. Guarded by the keeper's lock.
 *
 * <p>Which small lags are records, and which are only transaction markers, nobody can tell from offsets.
 */
final class Questions {

    /** A longer range takes too long to read, and holds records in all likelihood. */
    static final long LONGEST = 1000;

    private static final int MOST = 50;
    private static final int REMEMBERED = 10_000;
    private static final long ASKED = -2;
    private static final long IN_VAIN = -1;

    private final Map<OffsetRange, Long> counts = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<OffsetRange, Long> eldest) {
            return size() > REMEMBERED;
        }
    };
    private final List<OffsetRange> open = new ArrayList<>();

    void clearOpen() {
        open.clear();
    }

    /** Opens a question, unless it is answered or there are enough. */
    void ask(OffsetRange range) {
        Long known = counts.get(range);
        if ((known == null || known == ASKED) && open.size() < MOST && !open.contains(range)) {
            open.add(range);
        }
    }

    /** What should be counted now. */
    List<OffsetRange> open() {
        open.forEach(range -> counts.putIfAbsent(range, ASKED));
        return List.copyOf(open);
    }

    /** Takes an answer; a negative one says that they cannot be counted. */
    void answer(OffsetRange range, long records) {
        counts.put(range, Math.max(IN_VAIN, records));
        open.remove(range);
    }

    OptionalLong count(OffsetRange range) {
        Long known = counts.get(range);
        return known == null || known < 0 ? OptionalLong.empty() : OptionalLong.of(known);
    }

    /** Whether it was asked for, and is not known yet. */
    boolean inVain(OffsetRange range) {
        Long known = counts.get(range);
        return known != null && known < 0;
    }
}
