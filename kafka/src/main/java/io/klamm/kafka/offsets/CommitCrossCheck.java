package io.klamm.kafka.offsets;

import io.klamm.kafka.offsets.NewestCommits.Known;
import io.klamm.model.ClusterSnapshot;
import io.klamm.model.CollectionProblem;
import io.klamm.model.Group;
import io.klamm.model.GroupOffset;
import io.klamm.model.GroupType;
import io.klamm.model.Topic;
import io.klamm.model.TopicPartition;
import io.klamm.model.commit.CommitBatch;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Compares what the offsets topic says with what the Admin API says, cycle by cycle. The two are read at different times, so a difference counts only when it is there in
 * two readings between which the topic had no newer commit: what was known before the second reading and is still the newest after it must be what the coordinator said in it. For one
 * thread; remembers {@value #MOST_SUSPECTS} differences at most.
 */
public final class CommitCrossCheck {

    private static final int MOST_SUSPECTS = 10_000;
    private static final int NAMED = 3;

    private final NewestCommits commits;
    private Map<Place, Known> suspects = Map.of();
    private Instant checkedAt = Instant.MIN;

    private record Place(String group, TopicPartition partition) implements Comparable<Place> {

        private static final Comparator<Place> ORDER =
                Comparator.comparing(Place::group).thenComparing(Place::partition);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    public CommitCrossCheck(NewestCommits commits) {
        this.commits = commits;
    }

    /** The differences that have lasted since the check before, in one problem at most. To be called once for each snapshot, while the reader of the topic is live. */
    public Optional<CollectionProblem> check(ClusterSnapshot snapshot) {
        Map<Place, Known> now = new HashMap<>();
        Set<String> topics = snapshot.topics().stream().map(Topic::name).collect(Collectors.toSet());
        SortedSet<Place> lasting = new TreeSet<>();
        for (Group group : snapshot.groups()) {
            if (comparable(group)) {
                compare(group, topics, now, lasting);
            }
        }
        suspects = now;
        checkedAt = snapshot.takenAt();
        return lasting.isEmpty() ? Optional.empty() : Optional.of(problem(lasting));
    }

    /** Forgets what was seen: after a time in which the topic was not read, differences are to be expected. */
    public void reset() {
        suspects = Map.of();
    }

    /** Share groups keep their offsets elsewhere. */
    private static boolean comparable(Group group) {
        return group.type() != GroupType.SHARE && group.offsets().isPresent();
    }

    /** Topics that the snapshot leaves out are not compared. */
    private void compare(Group group, Set<String> topics, Map<Place, Known> now, Set<Place> lasting) {
        Map<TopicPartition, Long> said = group.offsets().orElseThrow().stream()
                .collect(Collectors.toMap(GroupOffset::partition, GroupOffset::offset));
        boolean anew = group.readAt().isAfter(checkedAt);
        for (Known known : commits.of(group.id())) {
            long offset = said.getOrDefault(known.partition(), CommitBatch.DELETED);
            boolean differs = topics.contains(known.partition().topic()) && offset != known.offset();
            if (differs && now.size() < MOST_SUSPECTS) {
                Place place = new Place(group.id(), known.partition());
                now.put(place, known);
                if (anew && known.equals(suspects.get(place))) {
                    lasting.add(place);
                }
            }
        }
    }

    private static CollectionProblem problem(SortedSet<Place> lasting) {
        List<String> groups = lasting.stream().map(Place::group).distinct().toList();
        String named = groups.stream().limit(NAMED).collect(Collectors.joining(", "));
        String more = groups.size() > NAMED ? " and " + (groups.size() - NAMED) + " more" : "";
        return new CollectionProblem(
                "commits",
                "Disagreement",
                "the offsets topic and the Admin API do not agree on " + lasting.size() + " commits of " + named + more
                        + " (such as on " + lasting.first().partition() + ")",
                null,
                lasting.size());
    }
}
