package io.klamm.model.alert;

import io.klamm.model.series.Labels;
import java.nio.charset.StandardCharsets;

/** The hash by which Prometheus and Alertmanager tell sets of labels apart: FNV-1a, 64 bits, over names and values, each followed by the byte 0xFF. */
final class Fingerprint {

    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private Fingerprint() {}

    static String of(Labels labels) {
        long hash = OFFSET;
        for (int i = 0; i < labels.size(); i++) {
            hash = add(hash, labels.name(i));
            hash = add(hash, labels.value(i));
        }
        return String.format("%016x", hash);
    }

    private static long add(long hash, String text) {
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (octet & 0xff)) * PRIME;
        }
        return (hash ^ 0xff) * PRIME;
    }
}
