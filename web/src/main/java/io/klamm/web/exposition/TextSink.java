package io.klamm.web.exposition;

import io.klamm.metrics.Family;
import io.klamm.metrics.SampleSink;
import io.klamm.metrics.Selection;
import java.util.EnumMap;
import java.util.Map;

/** Writes samples as lines of the text formats, each metric's together. */
final class TextSink implements SampleSink<byte[]> {

    private final Map<Family, Lines> lines = new EnumMap<>(Family.class);

    TextSink(String cluster, Selection selection) {
        byte[] none = LabelText.labels();
        byte[] ours = LabelText.labels("cluster", cluster);
        byte[] lagExporters = LabelText.labels("cluster_name", cluster);
        for (Family family : Family.values()) {
            byte[] constant =
                    switch (family.cluster()) {
                        case NONE -> none;
                        case WHERE_SEVERAL -> selection.clusterLabel() ? ours : none;
                        case ALWAYS -> ours;
                        case AS_LAG_EXPORTER -> lagExporters;
                    };
            lines.put(family, new Lines(family.metric(), constant));
        }
    }

    @Override
    public byte[] labels(String... namesAndValues) {
        return LabelText.labels(namesAndValues);
    }

    @Override
    public void sample(Family family, byte[] before, int partition, byte[] after, long value) {
        Rendering.of(lines, family).begin(before, partition, after).end(value);
    }

    @Override
    public void sample(Family family, byte[] before, int partition, byte[] after, double value) {
        Rendering.of(lines, family).begin(before, partition, after).end(value);
    }

    /** The lines of each metric, possibly none. */
    Map<Family, byte[]> texts() {
        Map<Family, byte[]> texts = new EnumMap<>(Family.class);
        lines.forEach((family, written) -> texts.put(family, written.toBytes()));
        return texts;
    }
}
