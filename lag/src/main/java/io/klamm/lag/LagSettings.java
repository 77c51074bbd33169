package io.klamm.lag;

import io.klamm.config.Format;
import io.klamm.config.Section;
import io.klamm.lag.judge.Tolerance;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The section {@code lag} of {@code klamm.yaml}: what is tolerated of whom.
 *
 * @param general of all groups and topics
 * @param overrides exceptions; for each setting the first that matches and has it wins
 */
public record LagSettings(Tolerance general, List<LagOverride> overrides) {

    /** Without a section. */
    public static final LagSettings DEFAULT = new LagSettings(Tolerance.DEFAULT, List.of());

    public LagSettings {
        overrides = List.copyOf(overrides);
    }

    /**
     * Reads the section; problems are noted in it.
     *
     * @param patterns how a pattern for whole names is written; the library for that has its home in another room
     */
    public static LagSettings bind(Section section, Format<Predicate<String>> patterns) {
        Tolerance general = new Tolerance(
                section.duration(
                        "window", Tolerance.DEFAULT.window(), LagOverride.SHORTEST_WINDOW, LagOverride.LONGEST_WINDOW),
                section.integer("minimum-commits", Tolerance.DEFAULT.minimumCommits(), LagOverride.COMMITS),
                section.longInteger("allowed-lag", Tolerance.DEFAULT.allowedLag(), LagOverride.LAG),
                section.duration("silence", Tolerance.DEFAULT.silence()));
        List<LagOverride> overrides = section.sections("overrides").stream()
                .map(each -> LagOverride.bind(each, patterns))
                .toList();
        return new LagSettings(general, overrides);
    }

    /** What is tolerated of one group on one topic. */
    public Tolerance tolerance(String group, String topic) {
        List<LagOverride> matching =
                overrides.stream().filter(each -> each.matches(group, topic)).toList();
        if (matching.isEmpty()) {
            return general;
        }
        return new Tolerance(
                first(matching, LagOverride::window).orElse(general.window()),
                first(matching, LagOverride::minimumCommits).orElse(general.minimumCommits()),
                first(matching, LagOverride::allowedLag).orElse(general.allowedLag()),
                first(matching, LagOverride::silence).orElse(general.silence()));
    }

    private static <T> Optional<T> first(List<LagOverride> matching, Function<LagOverride, Optional<T>> key) {
        return matching.stream().flatMap(each -> key.apply(each).stream()).findFirst();
    }

    /** Whether nobody is to be alarmed about a group, whatever its topics. */
    public boolean mutes(String group) {
        return mutes(each -> each.ofWholeGroups() && each.groups().matches().test(group));
    }

    /** Whether nobody is to be alarmed about a group on one topic, though about others. */
    public boolean mutes(String group, String topic) {
        return mutes(each -> !each.ofWholeGroups() && each.matches(group, topic));
    }

    private boolean mutes(Predicate<LagOverride> about) {
        List<LagOverride> matching = overrides.stream().filter(about).toList();
        return first(matching, LagOverride::mute).orElse(false);
    }
}
