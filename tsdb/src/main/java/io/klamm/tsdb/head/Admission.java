package io.klamm.tsdb.head;

import io.klamm.model.series.Labels;
import io.klamm.storage.Outcome;

/** Which labels a store keeps. */
final class Admission {

    private Admission() {}

    /** {@link Outcome#APPENDED} if a series of these labels may be made. */
    static Outcome judge(Labels labels, Limits limits) {
        if (!labels.has(Labels.NAME)) {
            return Outcome.INVALID_LABELS;
        }
        if (labels.size() > limits.labels()) {
            return Outcome.LIMIT;
        }
        for (int i = 0; i < labels.size(); i++) {
            if (labels.name(i).isEmpty()) {
                return Outcome.INVALID_LABELS;
            }
            if (exceeds(labels.name(i), limits.labelNameBytes())
                    || exceeds(labels.value(i), limits.labelValueBytes())) {
                return Outcome.LIMIT;
            }
        }
        return Outcome.APPENDED;
    }

    private static boolean exceeds(String text, int bytes) {
        if (text.length() * 3L <= bytes) {
            return false;
        }
        long size = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            // Both halves of a pair of surrogates together take four bytes.
            size += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
        }
        return size > bytes;
    }
}
