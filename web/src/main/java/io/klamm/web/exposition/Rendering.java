package io.klamm.web.exposition;

import io.klamm.metrics.ClusterSamples;
import io.klamm.metrics.Family;
import io.klamm.metrics.Selection;
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
        TextSink sink = new TextSink(snapshot.cluster(), selection);
        ClusterSamples.write(snapshot, lag, verdicts, selection, sink);
        return new Rendering(sink.texts());
    }

    static <V> V of(Map<Family, V> map, Family family) {
        V value = map.get(family);
        if (value == null) {
            throw new IllegalStateException("family: " + family + " (expected: an entry for each family)");
        }
        return value;
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
