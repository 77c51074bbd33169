package io.klamm.web;

import io.klamm.metrics.Selection;
import io.klamm.web.exposition.Rendering;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;

/**
 * Keeps each cluster's metrics written out. They are written when they are asked for, and as soon as there is a new reading while somebody asks
 * now and then; until that is done the ones before are served. Safe for use by several threads.
 */
final class KafkaMetrics {

    private static final Duration RECENT = Duration.ofMinutes(5);

    private final Set<MetricsProfile> profiles;
    private final Clock clock;
    private final ConcurrentMap<String, Entry> entries = new ConcurrentHashMap<>();
    private final Set<String> warming = ConcurrentHashMap.newKeySet();
    private volatile Instant lastScrape = Instant.MIN;
    private volatile Instant lastGzip = Instant.MIN;

    /** @param profiles which tools' metrics are written besides our own */
    KafkaMetrics(Set<MetricsProfile> profiles, Clock clock) {
        this.profiles = Set.copyOf(profiles);
        this.clock = clock;
    }

    private record Entry(ClusterView.Reading reading, boolean clusterLabel, Rendering rendering) {}

    /** The metrics of all clusters that have been read. */
    List<Rendering> current(List<ClusterView> views, boolean gzip) {
        lastScrape = clock.instant();
        if (gzip) {
            lastGzip = lastScrape;
        }
        entries.keySet().retainAll(views.stream().map(ClusterView::name).collect(Collectors.toSet()));
        List<Rendering> renderings = new ArrayList<>();
        for (ClusterView view : views) {
            view.reading().ifPresent(reading -> renderings.add(current(view.name(), reading, views.size() > 1)));
        }
        return renderings;
    }

    private Rendering current(String cluster, ClusterView.Reading reading, boolean clusterLabel) {
        Entry known = entries.get(cluster);
        boolean usable = known != null && known.clusterLabel() == clusterLabel;
        if (known != null && usable && (known.reading().sameAs(reading) || warming.contains(cluster))) {
            return known.rendering();
        }
        return render(cluster, reading, clusterLabel);
    }

    private Rendering render(String cluster, ClusterView.Reading reading, boolean clusterLabel) {
        Selection selection = MetricsProfile.selection(profiles, clusterLabel);
        Rendering rendering = Rendering.of(reading.snapshot(), reading.lag(), reading.verdicts(), selection);
        if (recent(lastGzip)) {
            rendering.warm();
        }
        entries.put(cluster, new Entry(reading, clusterLabel, rendering));
        return rendering;
    }

    /**
     * To be called at once when there is a new reading: true when somebody has asked lately, so that {@link #write} is to follow. Until it has,
     * the metrics before are served.
     */
    boolean announce(String cluster) {
        if (recent(lastScrape)) {
            warming.add(cluster);
            return true;
        }
        entries.remove(cluster);
        return false;
    }

    /** Writes an announced reading out. May take a while. */
    void write(String cluster, List<ClusterView> views) {
        try {
            for (ClusterView view : views) {
                if (view.name().equals(cluster)) {
                    view.reading().ifPresent(reading -> renderIfNew(cluster, reading, views.size() > 1));
                }
            }
        } finally {
            warming.remove(cluster);
        }
    }

    private void renderIfNew(String cluster, ClusterView.Reading reading, boolean clusterLabel) {
        Entry known = entries.get(cluster);
        if (known == null || !known.reading().sameAs(reading) || known.clusterLabel() != clusterLabel) {
            render(cluster, reading, clusterLabel);
        }
    }

    private boolean recent(Instant then) {
        return then.isAfter(clock.instant().minus(RECENT));
    }
}
