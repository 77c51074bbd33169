package io.klamm.lag.journal;

import io.klamm.model.ClusterSnapshot;
import io.klamm.model.CollectionProblem;
import io.klamm.model.Group;
import io.klamm.model.GroupMember;
import io.klamm.model.GroupOffset;
import io.klamm.model.GroupType;
import io.klamm.model.OffsetRange;
import io.klamm.model.Partition;
import io.klamm.model.Retention;
import io.klamm.model.Topic;
import io.klamm.model.TopicPartition;
import io.klamm.model.verdict.GroupVerdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;

/** What may be told of a cluster, made from a seed. */
final class Told {

    static final Instant START = Instant.parse("2026-11-21T00:00:00Z");

    private static final List<GroupType> TYPES = List.of(GroupType.values());
    private static final List<GroupVerdict.Source> SOURCES = List.of(GroupVerdict.Source.values());

    private final Random random;

    Told(long seed) {
        this.random = new Random(seed);
    }

    List<Entry> entries(int count) {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            switch (random.nextInt(5)) {
                case 0 -> entries.add(commits());
                case 2 ->
                    entries.add(new Entry.Counted(
                            new OffsetRange(new TopicPartition("topic-1", i), i, i + random.nextLong(1L << 50)),
                            random.nextInt(101)));
                case 1 -> entries.add(new Entry.Deleted("g" + random.nextInt(4), random.nextLong(1L << 42)));
                default -> entries.add(new Entry.Cycle(snapshot(i)));
            }
        }
        return entries;
    }

    ClusterSnapshot snapshot(int cycle) {
        return new ClusterSnapshot(
                "main",
                "id-of-main",
                cycle,
                START.plusSeconds(15L * cycle),
                Duration.ofMillis(random.nextInt(1000)),
                random.nextInt(4) - 1,
                List.of(),
                IntStream.range(0, random.nextInt(4)).mapToObj(this::topic).toList(),
                List.of(),
                Optional.empty(),
                IntStream.range(0, random.nextInt(4)).mapToObj(this::group).toList(),
                random.nextInt(3) > 0
                        ? List.of()
                        : List.of(new CollectionProblem("groups", "TimeoutException", "no answer \u2014 왜?", null, 3)));
    }

    private Topic topic(int number) {
        List<Partition> partitions =
                IntStream.range(0, random.nextInt(5)).mapToObj(this::partition).toList();
        return new Topic("topic-" + number, "id-" + random.nextInt(2), random.nextBoolean(), partitions, retention());
    }

    private Partition partition(int id) {
        boolean known = random.nextInt(5) > 0;
        long latest = known ? random.nextLong(1L << random.nextInt(1, 62)) : Partition.UNKNOWN_OFFSET;
        long earliest = known ? latest / 2 : Partition.UNKNOWN_OFFSET;
        return new Partition(
                id,
                random.nextInt(4) - 1,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                earliest,
                latest,
                random.nextBoolean() ? latest : Partition.UNKNOWN_OFFSET);
    }

    private Optional<Retention> retention() {
        return random.nextBoolean()
                ? Optional.empty()
                : Optional.of(new Retention(random.nextBoolean(), random.nextBoolean(), limit(), limit()));
    }

    private OptionalLong limit() {
        return random.nextBoolean() ? OptionalLong.empty() : OptionalLong.of(random.nextLong(1L << 40));
    }

    private Group group(int number) {
        List<GroupMember> members = random.nextInt(3) == 0
                ? List.of()
                : List.of(new GroupMember(
                        "member-" + random.nextInt(3),
                        random.nextBoolean() ? "instance" : null,
                        "client",
                        "127.0.0.1",
                        List.of(new TopicPartition("topic-0", 0), new TopicPartition("topic-1", 3))));
        return new Group(
                "group " + number,
                TYPES.get(random.nextInt(TYPES.size())),
                "Stable",
                "",
                random.nextInt(4) - 1,
                members,
                offsets(),
                START.plusMillis(random.nextInt(100_000)));
    }

    private Optional<List<GroupOffset>> offsets() {
        return random.nextInt(4) == 0
                ? Optional.empty()
                : Optional.of(List.of(new GroupOffset(
                        new TopicPartition("topic-" + random.nextInt(3), random.nextInt(5)),
                        random.nextLong(1L << 50),
                        limit())));
    }

    private Entry commits() {
        return new Entry.Commits(IntStream.range(0, random.nextInt(6))
                .mapToObj(i -> new Entry.Commit(
                        SOURCES.get(random.nextInt(SOURCES.size())),
                        "g" + random.nextInt(4),
                        new TopicPartition("topic-" + random.nextInt(3), random.nextInt(5)),
                        random.nextInt(9) - 1,
                        random.nextLong(1L << 42),
                        random.nextLong()))
                .toList());
    }
}
