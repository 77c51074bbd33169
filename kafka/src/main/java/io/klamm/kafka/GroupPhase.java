package io.klamm.kafka;

import io.klamm.model.Group;
import io.klamm.model.GroupType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.ListGroupsResult;

/**
 * The groups of one cycle: who is there, in what state, and how far they have come.
 *
 * <p>Asked in batches: the Admin client sends one request for each coordinator (and {@value #BATCH} groups), not one for each group. A group whose coordinator does not
 * answer stays as it was.
 */
final class GroupPhase {

    private static final int BATCH = 2000;
    private static final Pattern NODE_ID = Pattern.compile("\\(id: (\\d{1,9}) ");

    private final Cycle cycle;
    private final ClusterConfig config;
    private final Earlier earlier;
    private final GroupDescriptions descriptions;
    private final GroupOffsets offsets;
    private final ListGroupsResult firstListing;
    private final Map<String, GroupListing> listed = new TreeMap<>();
    private Map<String, Group> missing = Map.of();

    private GroupPhase(
            Cycle cycle, ClusterConfig config, Earlier earlier, Set<String> unreadable, ListGroupsResult listing) {
        this.cycle = cycle;
        this.config = config;
        this.earlier = earlier;
        this.firstListing = listing;
        NameFilter.Memo topics = config.topics().memo();
        this.descriptions = new GroupDescriptions(cycle, topics, unreadable);
        this.offsets = new GroupOffsets(cycle, topics);
    }

    /**
     * Begins by asking for the list.
     *
     * @param unreadable ids of groups that spoil what is asked together with them; kept up to date
     */
    static GroupPhase list(Cycle cycle, ClusterConfig config, Earlier earlier, Set<String> unreadable) {
        return new GroupPhase(cycle, config, earlier, unreadable, listGroups(cycle));
    }

    private static ListGroupsResult listGroups(Cycle cycle) {
        cycle.calls().count("listGroups");
        return cycle.admin().listGroups(new ListGroupsOptions().timeoutMs(cycle.tryTimeout()));
    }

    /** The list; asked for again when the first broker to be asked, which names the others, hangs. */
    private ListGroupsResult listing() {
        Gathering.Answer<Collection<Throwable>> errors = cycle.gathering().answer(firstListing.errors());
        boolean none = errors.value() == null
                || errors.value().stream().anyMatch(error -> brokerIn(error) == Gathering.NO_BROKER);
        return none ? listGroups(cycle) : firstListing;
    }

    /** Waits for the list; then sends everything else at once. */
    void describe() {
        Gathering gathering = cycle.gathering();
        ListGroupsResult listing = listing();
        Optional<Collection<GroupListing>> valid = gathering.one("groups", "", listing.valid());
        Optional<Collection<Throwable>> errors = gathering.one("groups", "", listing.errors());
        errors.ifPresent(all -> all.forEach(error -> gathering.note("groups", "", brokerIn(error), error)));
        valid.ifPresent(all -> all.stream()
                .filter(group -> config.groups().accepts(group.groupId()))
                .forEach(group -> listed.put(group.groupId(), group)));
        missing = earlier.groupsWithout(listed.keySet(), cycle.now());
        byType().forEach(this::ask);
    }

    /**
     * Those that are listed, and those that were there before and are not: while a coordinator changes, no broker lists its groups. Who asks for them by name is
     * told whether they exist.
     */
    private Map<GroupType, List<String>> byType() {
        Map<GroupType, List<String>> byType = new EnumMap<>(GroupType.class);
        listed.forEach((id, group) -> byType.computeIfAbsent(GroupMapper.type(group.type()), type -> new ArrayList<>())
                .add(id));
        missing.forEach((id, group) ->
                byType.computeIfAbsent(group.type(), type -> new ArrayList<>()).add(id));
        return byType;
    }

    private void ask(GroupType type, List<String> ids) {
        for (int from = 0; from < ids.size(); from += BATCH) {
            List<String> batch = ids.subList(from, Math.min(ids.size(), from + BATCH));
            descriptions.ask(type, batch);
            offsets.ask(type, batch);
        }
    }

    /** Kafka says which node did not list its groups in the text of the error alone. */
    static int brokerIn(Throwable error) {
        Matcher matcher = NODE_ID.matcher(String.valueOf(error.getMessage()));
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : Gathering.NO_BROKER;
    }

    /** All groups, sorted. */
    List<Group> groups() {
        descriptions.await(earlier);
        offsets.await(earlier);
        List<Group> groups = new ArrayList<>();
        listed.forEach((id, group) -> listed(id, group).ifPresent(groups::add));
        missing.forEach((id, group) -> missing(group).ifPresent(groups::add));
        groups.sort(Comparator.comparing(Group::id));
        return groups;
    }

    /** Empty for a group that was deleted after it was listed. */
    private Optional<Group> listed(String id, GroupListing group) {
        if (descriptions.gone(id) || offsets.gone(id)) {
            return Optional.empty();
        }
        if (descriptions.unanswered(id) || offsets.unanswered(id)) {
            Optional<Group> before = earlier.group(id, cycle.now());
            if (before.isPresent()) {
                return before;
            }
        }
        GroupDescription description = descriptions.of(id).orElseGet(() -> GroupDescription.of(group));
        return Optional.of(group(id, GroupMapper.type(group.type()), description));
    }

    /** The group as it was, when nobody answers for it; empty for one that is gone. */
    private Optional<Group> missing(Group before) {
        String id = before.id();
        if (descriptions.unanswered(id) || offsets.unanswered(id)) {
            return Optional.of(before);
        }
        return descriptions
                .of(id)
                .filter(description -> !description.dead() && !offsets.gone(id))
                .map(description -> group(id, before.type(), description));
    }

    private Group group(String id, GroupType type, GroupDescription description) {
        return new Group(
                id,
                type,
                description.state(),
                description.protocol(),
                description.coordinator(),
                description.members(),
                offsets.of(id),
                cycle.now());
    }
}
