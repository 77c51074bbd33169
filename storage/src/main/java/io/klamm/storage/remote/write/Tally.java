package io.klamm.storage.remote.write;

import io.klamm.model.series.Labels;
import io.klamm.storage.Outcome;
import io.klamm.storage.SeriesRef;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** What became of the parts of one request. For one thread. */
final class Tally {

    private final OutcomeCounts samples = new OutcomeCounts();
    private final OutcomeCounts exemplars = new OutcomeCounts();
    private int histograms;
    private boolean logged = true;
    private @Nullable String first;

    void sample(Outcome outcome, CachedSeries series, long time) {
        samples.add(outcome, 1);
        SeriesRef ref = outcome.kept() || first != null ? null : series.ref();
        if (ref != null) {
            first = ref.labels() + " at " + time + ": " + text(outcome);
        }
    }

    /** Samples whose labels are none. */
    void invalid(int count, Outcome outcome, String why) {
        samples.add(outcome, count);
        if (first == null && count > 0) {
            first = why;
        }
    }

    void exemplar(Outcome outcome) {
        exemplars.add(outcome, 1);
    }

    void histogram(Labels labels) {
        histograms++;
        if (first == null) {
            first = labels + ": native histograms are not supported";
        }
    }

    void committed(boolean batchLogged) {
        logged &= batchLogged;
    }

    boolean logged() {
        return logged;
    }

    OutcomeCounts samples() {
        return samples;
    }

    OutcomeCounts exemplars() {
        return exemplars;
    }

    int histograms() {
        return histograms;
    }

    /**
     * Whether a part was refused. An exemplar counts where the protocol has its sender told of it, and only if the store keeps exemplars at all: to send
     * one to a store that does not is no mistake.
     */
    boolean refused(WriteProtocol protocol) {
        int refusedExemplars = exemplars.all() - exemplars.kept() - exemplars.of(Outcome.UNSUPPORTED);
        return samples.all() > samples.kept()
                || histograms > 0
                || (protocol == WriteProtocol.V2 && refusedExemplars > 0);
    }

    /** What was refused, for the sender's log. */
    String text() {
        StringJoiner reasons = new StringJoiner(", ");
        samples.refused().forEach((outcome, count) -> reasons.add(count + " " + text(outcome)));
        exemplars.refused().forEach((outcome, count) -> {
            if (outcome != Outcome.UNSUPPORTED) {
                reasons.add(count + " exemplars: " + text(outcome));
            }
        });
        if (histograms > 0) {
            reasons.add(histograms + " native histograms (expected: float samples)");
        }
        String example = first == null ? "" : "; first: " + first;
        return "refused of " + samples.all() + " samples: " + reasons + example;
    }

    /** The words that Prometheus uses, where it has any. */
    private static String text(Outcome outcome) {
        return switch (outcome) {
            case APPENDED -> "appended";
            case SAME -> "there already";
            case OUT_OF_ORDER -> "out of order sample";
            case DUPLICATE -> "duplicate sample for timestamp";
            case TOO_OLD -> "too old sample";
            case TOO_FAR_AHEAD -> "out of bounds: too far in the future";
            case LIMIT -> "over a limit of the store";
            case INVALID_LABELS -> "invalid labels";
            case UNSUPPORTED -> "not supported by the store";
        };
    }
}
