package io.klamm.web.prometheus;

import io.klamm.storage.StoreAnalysis;
import java.time.Instant;
import java.util.Map;

/** What the server says of itself. Safe from any thread; answers at once, but for {@link #store}. */
public interface ServerFacts {

    /** The configuration as YAML, its secrets hidden. */
    String config();

    /** Settings by name. */
    Map<String, String> flags();

    Instant startedAt();

    Instant configuredAt();

    /** How long samples are kept, for a person: {@code 15d}. */
    String retention();

    /** Klamm's version. */
    String version();

    /** At most {@code limit} rows in each list; all labels are read for it. */
    StoreAnalysis store(int limit);
}
