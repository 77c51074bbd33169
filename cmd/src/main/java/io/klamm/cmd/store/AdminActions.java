package io.klamm.cmd.store;

import io.klamm.storage.Matcher;
import io.klamm.web.prometheus.StoreActions;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

/** What an administrator may do to the embedded store by HTTP. Safe from any thread. */
final class AdminActions implements StoreActions {

    /** Of a snapshot's name, as Prometheus has it. */
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final SeriesStore store;
    private final Path snapshots;
    private final Clock clock;

    AdminActions(SeriesStore store, StoreSettings settings, Clock clock) {
        this.store = store;
        this.snapshots = settings.local().directory().resolve("snapshots");
        this.clock = clock;
    }

    @Override
    public void delete(List<Matcher> matchers, long from, long to) {
        store.local().deleteSeries(matchers, from, to);
    }

    @Override
    public void cleanTombstones() {
        store.local().cleanTombstones();
    }

    @Override
    public String snapshot() {
        String name = STAMP.format(clock.instant()) + "-"
                + String.format(
                        Locale.ROOT, "%016x", ThreadLocalRandom.current().nextLong());
        store.local().snapshot(snapshots.resolve(name));
        return name;
    }
}
