package io.klamm.web.exposition;

import io.klamm.model.ClusterLag;
import io.klamm.model.ClusterSnapshot;
import io.klamm.model.verdict.ClusterVerdicts;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The metrics of one cluster's reading, as bytes; their compressed form is made when first asked for. */
public final class Rendering {

    private final Map<Family, byte[]> plain;
    private @Nullable Map<Family, byte[]> deflated;

    private Rendering(Map<Family, byte[]> plain) {
        this.plain = plain;
    }

    /** Writes all lines of a reading that are selected. */
    public static Rendering of(
            ClusterSnapshot snapshot, ClusterLag lag, ClusterVerdicts verdicts, Selection selection) {
        String cluster = snapshot.cluster();
        // Labels are sorted, and only an address comes before the cluster.
        byte[] ours = LabelText.fragment("cluster=\"", cluster, "\",");
        byte[] constant = selection.clusterLabel() ? ours : new byte[0];
        Map<Family, Lines> lines = lines(cluster, ours, constant);
        if (selection.kafkaExporter()) {
            new TopicLines(lines, constant).write(snapshot);
            groupLines(lines).write(lag);
        }
        new VerdictLines(lines).write(verdicts);
        if (selection.lagExporter()) {
            new LagExporterLines(lines, cluster).write(snapshot, lag, verdicts);
        }
        return new Rendering(bytes(lines));
    }

    private static Map<Family, Lines> lines(String cluster, byte[] ours, byte[] kafkaExporters) {
        byte[] lagExporters = LabelText.fragment("cluster_name=\"", cluster, "\",");
        Map<Family, Lines> lines = new EnumMap<>(Family.class);
        for (Family family : Family.values()) {
            byte[] constant =
                    switch (family.cluster()) {
                        case NONE -> new byte[0];
                        case WHERE_SEVERAL -> kafkaExporters;
                        case ALWAYS -> ours;
                        case AS_LAG_EXPORTER -> lagExporters;
                    };
            lines.put(family, new Lines(family.metric(), constant));
        }
        return lines;
    }

    private static GroupLines groupLines(Map<Family, Lines> lines) {
        return new GroupLines(
                of(lines, Family.GROUP_OFFSET),
                of(lines, Family.GROUP_OFFSET_SUM),
                of(lines, Family.GROUP_LAG),
                of(lines, Family.GROUP_LAG_SUM),
                of(lines, Family.GROUP_MEMBERS));
    }

    static <V> V of(Map<Family, V> map, Family family) {
        V value = map.get(family);
        if (value == null) {
            throw new IllegalStateException("family: " + family + " (expected: an entry for each family)");
        }
        return value;
    }

    private static Map<Family, byte[]> bytes(Map<Family, Lines> lines) {
        Map<Family, byte[]> bytes = new EnumMap<>(Family.class);
        lines.forEach((family, written) -> bytes.put(family, written.toBytes()));
        return bytes;
    }

    /** Makes the compressed form now, so that a later answer need not. */
    public void warm() {
        deflated();
    }

    byte[] plain(Family family) {
        return of(plain, family);
    }

    byte[] deflated(Family family) {
        return of(deflated(), family);
    }

    private synchronized Map<Family, byte[]> deflated() {
        Map<Family, byte[]> known = deflated;
        if (known == null) {
            known = new EnumMap<>(Family.class);
            for (Map.Entry<Family, byte[]> entry : plain.entrySet()) {
                known.put(entry.getKey(), Deflated.middle(entry.getValue()));
            }
            deflated = known;
        }
        return known;
    }
}
