package io.klamm.metrics;

import io.klamm.model.verdict.ClusterVerdicts;
import io.klamm.model.verdict.Forecast;
import io.klamm.model.verdict.GroupVerdict;
import io.klamm.model.verdict.PartitionVerdict;
import io.klamm.model.verdict.Verdict;
import java.util.OptionalDouble;

/** What Klamm says of groups. What is not known has no sample. */
final class VerdictSamples<P> {

    private final SampleSink<P> sink;
    private final LabelCache<P> topics;
    private final P none;

    VerdictSamples(SampleSink<P> sink, LabelCache<P> topics) {
        this.sink = sink;
        this.topics = topics;
        this.none = sink.labels();
    }

    void write(ClusterVerdicts verdicts) {
        verdicts.groups().values().forEach(this::group);
    }

    private void group(GroupVerdict group) {
        P labels = sink.labels("consumergroup", group.group());
        sink.sample(
                Family.VERDICT,
                sink.labels(
                        "consumergroup",
                        group.group(),
                        "verdict",
                        group.verdict().label()),
                SampleSink.NO_PARTITION,
                none,
                1);
        sink.sample(Family.SEVERITY, labels, SampleSink.NO_PARTITION, none, severity(group.verdict()));
        if (group.muted()) {
            sink.sample(Family.MUTED, labels, SampleSink.NO_PARTITION, none, 1);
        }
        OptionalDouble maxLag = group.maxLagSeconds();
        if (maxLag.isPresent()) {
            sink.sample(Family.MAX_LAG_SECONDS, labels, SampleSink.NO_PARTITION, none, maxLag.getAsDouble());
        }
        group.partitions()
                .forEach(partition -> partition(
                        partition, labels, topics.of(partition.partition().topic())));
    }

    /** Numbers that dashboards and alarms may rely on, whatever becomes of the order of the constants. */
    private static int severity(Verdict verdict) {
        return switch (verdict) {
            case OK -> 0;
            case UNKNOWN -> 1;
            case ABANDONED -> 2;
            case WARN -> 3;
            case ERR -> 4;
            case REWIND -> 5;
            case STALL -> 6;
            case STOP -> 7;
            case LOST -> 8;
        };
    }

    private void partition(PartitionVerdict partition, P group, P topic) {
        int number = partition.partition().partition();
        Forecast forecast = partition.forecast();
        forecast.timeLag().ifPresent(lag -> sink.sample(Family.LAG_SECONDS, group, number, topic, lag.seconds()));
        partition.effectiveLag().ifPresent(lag -> sink.sample(Family.EFFECTIVE_LAG, group, number, topic, lag));
        forecast.secondsToCatchUp()
                .ifPresent(seconds -> sink.sample(Family.SECONDS_TO_CATCH_UP, group, number, topic, seconds));
        forecast.secondsUntilLoss()
                .ifPresent(seconds -> sink.sample(Family.SECONDS_UNTIL_LOSS, group, number, topic, seconds));
    }
}
