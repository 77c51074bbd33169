package io.klamm.web.prometheus;

import io.klamm.model.series.Labels;
import io.klamm.model.series.Metadata;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is scraped. Safe from any thread; answers at once. */
public interface Targets {

    /** No scraping at all. */
    Targets NONE = new Targets() {
        @Override
        public List<Active> active() {
            return List.of();
        }

        @Override
        public List<Dropped> dropped() {
            return List.of();
        }

        @Override
        public List<String> pools() {
            return List.of();
        }
    };

    List<Active> active();

    /** Those that relabelling left out. */
    List<Dropped> dropped();

    /** The names of the scrape configurations. */
    List<String> pools();

    /**
     * A target that is scraped.
     *
     * @param health {@code up}, {@code down} or {@code unknown}
     * @param lastError empty if the last scrape went well
     * @param metadata what its last page said of its metrics
     */
    record Active(
            Labels discovered,
            Labels labels,
            String pool,
            String url,
            String lastError,
            Optional<Instant> lastScrape,
            Duration lastDuration,
            String health,
            Duration interval,
            Duration timeout,
            List<Described> metadata) {

        public Active {
            metadata = List.copyOf(metadata);
        }
    }

    record Dropped(Labels discovered, String pool) {}

    /** A metric family and what is known of it. */
    record Described(String family, Metadata metadata) {}
}
