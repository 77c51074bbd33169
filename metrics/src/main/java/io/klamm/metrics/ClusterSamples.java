package io.klamm.metrics;

import io.klamm.model.ClusterLag;
import io.klamm.model.ClusterSnapshot;
import io.klamm.model.verdict.ClusterVerdicts;

/** Everything that is said of one cluster's reading, sample by sample. */
public final class ClusterSamples {

    private ClusterSamples() {}

    /** Gives the sink every sample that is selected, always in the same order as long as the cluster is the same. */
    public static <P> void write(
            ClusterSnapshot snapshot,
            ClusterLag lag,
            ClusterVerdicts verdicts,
            Selection selection,
            SampleSink<P> sink) {
        LabelCache<P> topics = new LabelCache<>("topic", sink);
        if (selection.kafkaExporter()) {
            new TopicSamples<>(sink, topics, selection.clusterLabel()).write(snapshot);
            new GroupSamples<>(sink, topics).write(lag);
        }
        new VerdictSamples<>(sink, topics).write(verdicts);
        if (selection.lagExporter()) {
            new LagExporterSamples<>(sink, topics).write(snapshot, lag, verdicts);
        }
    }
}
