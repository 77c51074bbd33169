package io.klamm.scrape.push;

import io.klamm.model.series.Labels;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All groups, and whether another one fits among them. Not safe for several threads. */
final class PushGroups {

    private final Map<Labels, PushGroup> groups = new LinkedHashMap<>();
    private final int mostGroups;
    private final int mostSamples;
    private int samples;

    PushGroups(int mostGroups, int mostSamples) {
        this.mostGroups = mostGroups;
        this.mostSamples = mostSamples;
    }

    /** The group of these labels, an empty one if there is none. */
    PushGroup get(Labels labels) {
        return groups.getOrDefault(labels, PushGroup.empty(labels));
    }

    List<PushGroup> all() {
        return List.copyOf(groups.values());
    }

    void put(PushGroup group) {
        PushGroup before = groups.put(group.labels(), group);
        samples += group.size() - (before == null ? 0 : before.size());
    }

    void remove(Labels labels) {
        PushGroup before = groups.remove(labels);
        samples -= before == null ? 0 : before.size();
    }

    /** Refuses a group, which may be new or take the place of one, if there is no room for it. */
    void requireRoom(PushGroup group) throws PushRefusedException {
        if (!groups.containsKey(group.labels()) && groups.size() >= mostGroups) {
            throw PushRefusedException.bad(
                    "pushed groups: " + (groups.size() + 1) + " (expected: at most " + mostGroups + ")");
        }
        int after = samples - get(group.labels()).size() + group.size();
        if (after > mostSamples) {
            throw PushRefusedException.bad(
                    "pushed samples: " + after + " (expected: at most " + mostSamples + " in all groups)");
        }
    }

    /** Why a group contradicts itself or the others; empty if it does not. */
    String conflict(PushGroup group) {
        Set<Labels> own = new HashSet<>();
        for (PushedFamily family : group.families().values()) {
            for (Labels labels : family.samples().keySet()) {
                if (!own.add(labels)) {
                    return twice(labels);
                }
            }
        }
        for (PushGroup other : groups.values()) {
            String problem = other.labels().equals(group.labels())
                    ? ""
                    : conflict(group.families().values(), other);
            if (!problem.isEmpty()) {
                return problem;
            }
        }
        return "";
    }

    private static String conflict(Collection<PushedFamily> families, PushGroup other) {
        for (PushedFamily family : families) {
            PushedFamily there = other.families().get(family.name());
            if (there == null) {
                continue;
            }
            if (family.metadata().type() != there.metadata().type()) {
                return family.name() + " is a " + family.metadata().type().word() + " (expected: a "
                        + there.metadata().type().word() + ", as in group " + other.labels() + ")";
            }
            for (Labels labels : family.samples().keySet()) {
                if (there.samples().containsKey(labels)) {
                    return twice(labels) + ", in group " + other.labels();
                }
            }
        }
        return "";
    }

    private static String twice(Labels labels) {
        return labels + " was there before with the same name and label values";
    }
}
