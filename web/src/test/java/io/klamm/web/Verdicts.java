package io.klamm.web;

import io.klamm.model.TopicPartition;
import io.klamm.model.verdict.ClusterVerdicts;
import io.klamm.model.verdict.CommitPoint;
import io.klamm.model.verdict.EndPoint;
import io.klamm.model.verdict.Evidence;
import io.klamm.model.verdict.Forecast;
import io.klamm.model.verdict.GroupVerdict;
import io.klamm.model.verdict.LagHistory;
import io.klamm.model.verdict.PartitionVerdict;
import io.klamm.model.verdict.Rule;
import io.klamm.model.verdict.TimeLag;
import io.klamm.model.verdict.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.LongStream;

/** Verdicts on the groups of {@link Readings#usualReading}: one that falls behind, one that keeps up, one muted; the others are not judged. */
final class Verdicts {

    private static final long NOW = Readings.TAKEN.toEpochMilli();
    private static final OptionalDouble NONE = OptionalDouble.empty();

    private Verdicts() {}

    static ClusterVerdicts usual(Instant at) {
        return new ClusterVerdicts(
                at, new TreeMap<>(Map.of("share-1", share(), "slow-consumer", slow(), Readings.WEIRD, weird())));
    }

    /** A group that only ZooKeeper knows, with a lag of 7 on one of its two partitions. */
    static ClusterVerdicts withZooKeepers(Instant at) {
        TreeMap<String, GroupVerdict> groups = new TreeMap<>(usual(at).groups());
        groups.put(
                "old-style",
                new GroupVerdict(
                        "old-style",
                        Verdict.STALL,
                        false,
                        GroupVerdict.Source.ZOOKEEPER,
                        List.of(
                                partition("orders", 0, Verdict.STALL, OptionalLong.of(7), Forecast.NONE),
                                partition("orders", 1, Verdict.UNKNOWN, OptionalLong.empty(), Forecast.NONE))));
        return new ClusterVerdicts(at, groups);
    }

    private static GroupVerdict slow() {
        Forecast forecast = new Forecast(
                OptionalDouble.of(90.25),
                OptionalDouble.of(30),
                Optional.of(new TimeLag(4.0997, TimeLag.Method.INTERPOLATED, TimeLag.Confidence.HIGH)),
                NONE,
                OptionalDouble.of(7200));
        return new GroupVerdict(
                "slow-consumer",
                Verdict.WARN,
                false,
                GroupVerdict.Source.OFFSETS_TOPIC,
                List.of(
                        partition("gone", 0, Verdict.ABANDONED, OptionalLong.empty(), Forecast.NONE),
                        partition("orders", 0, Verdict.WARN, OptionalLong.of(123), forecast),
                        partition("orders", 1, Verdict.OK, OptionalLong.of(0), caughtUp())));
    }

    private static GroupVerdict share() {
        return new GroupVerdict(
                "share-1",
                Verdict.OK,
                false,
                GroupVerdict.Source.ADMIN_API,
                List.of(partition("orders", 1, Verdict.OK, OptionalLong.of(20), Forecast.NONE)));
    }

    private static GroupVerdict weird() {
        return new GroupVerdict(
                Readings.WEIRD,
                Verdict.STOP,
                true,
                GroupVerdict.Source.ZOOKEEPER,
                List.of(partition("orders", 0, Verdict.STOP, OptionalLong.of(1), Forecast.NONE)));
    }

    static Forecast caughtUp() {
        return new Forecast(
                OptionalDouble.of(0),
                OptionalDouble.of(0),
                Optional.of(new TimeLag(0, TimeLag.Method.CAUGHT_UP, TimeLag.Confidence.HIGH)),
                OptionalDouble.of(0),
                NONE);
    }

    static PartitionVerdict partition(String topic, int number, Verdict verdict, OptionalLong lag, Forecast forecast) {
        Evidence evidence = new Evidence(
                Rule.CAUGHT_UP,
                new TreeMap<>(Map.of("commits", 3L)),
                List.of(
                        new CommitPoint(7, NOW - 10_000, OptionalLong.of(2)),
                        new CommitPoint(9, NOW, OptionalLong.empty())),
                List.of(new EndPoint(9, NOW - 10_000), new EndPoint(12, NOW)));
        return new PartitionVerdict(new TopicPartition(topic, number), verdict, lag, lag, evidence, forecast);
    }

    /** A group of many partitions, each with a long window; the last one is the only one that is not OK. */
    static GroupVerdict large(int partitions, int points) {
        List<CommitPoint> commits = LongStream.range(0, points)
                .mapToObj(i -> new CommitPoint(i, NOW + i, OptionalLong.of(1)))
                .toList();
        List<EndPoint> ends = LongStream.range(0, points)
                .mapToObj(i -> new EndPoint(i, NOW + i))
                .toList();
        Evidence evidence = new Evidence(Rule.CAUGHT_UP, new TreeMap<>(), commits, ends);
        return new GroupVerdict(
                "slow-consumer",
                Verdict.STALL,
                false,
                GroupVerdict.Source.OFFSETS_TOPIC,
                LongStream.range(0, partitions)
                        .mapToObj(i -> new PartitionVerdict(
                                new TopicPartition("orders", (int) i),
                                i == partitions - 1 ? Verdict.STALL : Verdict.OK,
                                OptionalLong.of(i == partitions - 1 ? 0 : 5),
                                OptionalLong.of(5),
                                evidence,
                                Forecast.NONE))
                        .toList());
    }

    static LagHistory history() {
        return new LagHistory(
                List.of(NOW - 20_000, NOW - 10_000, NOW),
                List.of(new LagHistory.Row(
                        new TopicPartition("orders", 0),
                        List.of(OptionalLong.empty(), OptionalLong.of(0), OptionalLong.of(123)))));
    }
}
