package io.klamm.config.burrow;

import io.klamm.config.Format;
import io.klamm.config.Section;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** Reads all sections of a file, those first that others refer to. */
final class BurrowBinder {

    private static final String DEFAULT = "default";

    private final Section root;
    private final Format<String> regex;

    /** @param regex how names of groups are matched */
    BurrowBinder(Section root, Format<String> regex) {
        this.root = root;
        this.regex = regex;
    }

    BurrowConfig bind() {
        SortedMap<String, Tls> tls = sections("tls", Tls::bind);
        SortedMap<String, Sasl> sasl = sections("sasl", Sasl::bind);
        SortedMap<String, ClientProfile> profiles = sections(
                "client-profile", (name, section) -> ClientProfile.bind(name, section, tls.keySet(), sasl.keySet()));
        SortedMap<String, Cluster> clusters =
                sections("cluster", (name, section) -> Cluster.bind(name, section, profiles.keySet()));
        SortedMap<String, Consumer> consumers = sections(
                "consumer",
                (name, section) -> Consumer.bind(name, section, clusters.keySet(), profiles.keySet(), regex));
        if (clusters.isEmpty()) {
            root.problem("cluster", "none (expected: at least one section, such as [cluster.live])");
        }
        root.ignore("iam");
        return new BurrowConfig(
                General.bind(root.section("general")),
                Logging.bind(root.section("logging")),
                lock(tls.keySet()),
                tls,
                sasl,
                profiles,
                clusters,
                consumers,
                only("storage", (name, section) -> Storage.bind(name, section, regex)),
                only("evaluator", Evaluator::bind),
                sections("httpserver", HttpListener::bind),
                notifiers());
    }

    private Optional<ZooKeeperLock> lock(Set<String> tls) {
        Section section = root.section("zookeeper");
        return root.has("zookeeper") ? Optional.of(ZooKeeperLock.bind(section, tls)) : Optional.empty();
    }

    private <T> SortedMap<String, T> sections(String kind, BiFunction<String, Section, T> binder) {
        SortedMap<String, T> bound = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        Section parent = root.section(kind);
        parent.keys().forEach(name -> bound.put(name, binder.apply(name, parent.section(name))));
        return bound;
    }

    /** The one section of a kind, or what holds where there is none. */
    private <T> T only(String kind, BiFunction<String, Section, T> binder) {
        Section parent = root.section(kind);
        List<String> names = List.copyOf(parent.keys());
        if (names.size() > 1) {
            root.problem(kind, names.size() + " sections: " + String.join(", ", names) + " (expected: at most one)");
        }
        String name = names.isEmpty() ? DEFAULT : names.get(0);
        names.stream().skip(1).forEach(parent::ignore);
        return binder.apply(name, parent.section(name));
    }

    private List<String> notifiers() {
        Section notifier = root.section("notifier");
        List<String> names = List.copyOf(notifier.keys());
        names.forEach(notifier::ignore);
        if (!names.isEmpty()) {
            root.warning(
                    "notifier",
                    "nothing is notified yet, that comes with Klamm's alerts; not read: " + String.join(", ", names));
        }
        return names;
    }
}
