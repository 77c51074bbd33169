package io.klamm.web.prometheus;

import io.klamm.storage.Matcher;
import java.util.List;

/** What an administrator may do to the store. Safe from any thread; each throws {@link io.klamm.storage.StorageException} if it cannot be done. */
public interface StoreActions {

    /** Marks the samples of {@code from <= time <= to} of the series that match as deleted. */
    void delete(List<Matcher> matchers, long from, long to);

    /** Rewrites blocks without what was deleted. */
    void cleanTombstones();

    /** Writes a copy of everything below the data directory; its name there. */
    String snapshot();
}
