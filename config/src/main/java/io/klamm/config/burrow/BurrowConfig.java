package io.klamm.config.burrow;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A whole configuration of Burrow, with its defaults in place.
 *
 * <p>Sections are found by their names in any case, as in Burrow, whose names are all lower case; the keys of the maps are the names as they are written.
 *
 * @param zookeeper empty when the file has no such section
 * @param clusters at least one
 * @param notifiers the names of all that would notify; their settings are not read
 */
public record BurrowConfig(
        General general,
        Logging logging,
        Optional<ZooKeeperLock> zookeeper,
        SortedMap<String, Tls> tls,
        SortedMap<String, Sasl> sasl,
        SortedMap<String, ClientProfile> profiles,
        SortedMap<String, Cluster> clusters,
        SortedMap<String, Consumer> consumers,
        Storage storage,
        Evaluator evaluator,
        SortedMap<String, HttpListener> listeners,
        List<String> notifiers) {

    public BurrowConfig {
        tls = inAnyCase(tls);
        sasl = inAnyCase(sasl);
        profiles = inAnyCase(profiles);
        clusters = inAnyCase(clusters);
        consumers = inAnyCase(consumers);
        listeners = inAnyCase(listeners);
        notifiers = List.copyOf(notifiers);
    }

    /** The profile of that name, or the one that holds where none is named. */
    public ClientProfile profile(Optional<String> name) {
        return name.flatMap(known -> Optional.ofNullable(profiles.get(known))).orElse(ClientProfile.DEFAULT);
    }

    private static <T> SortedMap<String, T> inAnyCase(Map<String, T> sections) {
        SortedMap<String, T> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll(sections);
        return Collections.unmodifiableSortedMap(copy);
    }
}
