package io.klamm.web.exposition;

import io.klamm.model.ClusterLag;
import io.klamm.model.ClusterSnapshot;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** kafka_exporter's metrics of one cluster's reading, as bytes; their compressed form is made when first asked for. */
public final class Rendering {

    private final Map<Family, byte[]> plain;
    private @Nullable Map<Family, byte[]> deflated;

    private Rendering(Map<Family, byte[]> plain) {
        this.plain = plain;
    }

    /**
     * Writes all lines of a reading.
     *
     * @param clusterLabel whether each series says which cluster it is of; kafka_exporter's own labels are kept when it is false
     */
    public static Rendering of(ClusterSnapshot snapshot, ClusterLag lag, boolean clusterLabel) {
        // Labels are sorted, and only an address comes before the cluster.
        byte[] constant = clusterLabel ? LabelText.fragment("cluster=\"", snapshot.cluster(), "\",") : new byte[0];
        Map<Family, Lines> lines = new EnumMap<>(Family.class);
        for (Family family : Family.values()) {
            lines.put(family, new Lines(family.metric(), family == Family.BROKER_INFO ? new byte[0] : constant));
        }
        new TopicLines(lines, constant).write(snapshot);
        groupLines(lines).write(lag);
        return new Rendering(bytes(lines));
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
