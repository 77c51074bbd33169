package io.klamm.web.exposition;

import io.klamm.model.verdict.ClusterVerdicts;
import io.klamm.model.verdict.Forecast;
import io.klamm.model.verdict.GroupVerdict;
import io.klamm.model.verdict.PartitionVerdict;
import io.klamm.model.verdict.TimeLag;
import io.klamm.model.verdict.Verdict;
import java.util.Map;
import java.util.OptionalDouble;

/** Writes what Klamm says of groups. What is not known has no line. */
final class VerdictLines {

    private final TopicLabels topics = new TopicLabels();
    private final Map<Family, Lines> lines;

    VerdictLines(Map<Family, Lines> lines) {
        this.lines = lines;
    }

    void write(ClusterVerdicts verdicts) {
        verdicts.groups().values().forEach(this::group);
    }

    private void group(GroupVerdict group) {
        byte[] label = LabelText.fragment("consumergroup=\"", group.group(), "\"");
        of(Family.VERDICT)
                .begin()
                .append(LabelText.fragment("consumergroup=\"", group.group(), "\",verdict=\""))
                .append(LabelText.fragment("", group.verdict().label(), "\""))
                .end(1);
        of(Family.SEVERITY).begin().append(label).end(severity(group.verdict()));
        if (group.muted()) {
            of(Family.MUTED).begin().append(label).end(1);
        }
        OptionalDouble maxLag = group.maxLagSeconds();
        if (maxLag.isPresent()) {
            of(Family.MAX_LAG_SECONDS).begin().append(label).end(maxLag.getAsDouble());
        }
        partitions(group);
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

    private void partitions(GroupVerdict group) {
        byte[] labels = LabelText.fragment("consumergroup=\"", group.group(), "\",partition=\"");
        String topic = "";
        byte[] topicLabel = {};
        for (PartitionVerdict partition : group.partitions()) {
            if (!partition.partition().topic().equals(topic)) {
                topic = partition.partition().topic();
                topicLabel = topics.of(topic);
            }
            partition(partition, labels, topicLabel);
        }
    }

    private void partition(PartitionVerdict partition, byte[] labels, byte[] topic) {
        int number = partition.partition().partition();
        Forecast forecast = partition.forecast();
        if (forecast.timeLag().isPresent()) {
            TimeLag lag = forecast.timeLag().get();
            begin(Family.LAG_SECONDS, labels, number, topic).end(lag.seconds());
        }
        if (partition.effectiveLag().isPresent()) {
            begin(Family.EFFECTIVE_LAG, labels, number, topic)
                    .end(partition.effectiveLag().getAsLong());
        }
        if (forecast.secondsToCatchUp().isPresent()) {
            begin(Family.SECONDS_TO_CATCH_UP, labels, number, topic)
                    .end(forecast.secondsToCatchUp().getAsDouble());
        }
        if (forecast.secondsUntilLoss().isPresent()) {
            begin(Family.SECONDS_UNTIL_LOSS, labels, number, topic)
                    .end(forecast.secondsUntilLoss().getAsDouble());
        }
    }

    private Lines begin(Family family, byte[] labels, int partition, byte[] topic) {
        return of(family).begin().append(labels).number(partition).append(topic);
    }

    private Lines of(Family family) {
        return Rendering.of(lines, family);
    }
}
