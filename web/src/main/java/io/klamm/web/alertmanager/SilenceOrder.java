package io.klamm.web.alertmanager;

import io.klamm.model.alert.Silence;
import java.time.Instant;
import java.util.Comparator;

/** The order of silences: active ones by their end, then pending ones by their start, then expired ones, the newest first. */
final class SilenceOrder {

    private SilenceOrder() {}

    static Comparator<Silence> at(Instant now) {
        return Comparator.comparingInt((Silence silence) -> rank(silence.stateAt(now)))
                .thenComparing(silence -> key(silence, silence.stateAt(now)));
    }

    private static int rank(Silence.State state) {
        return switch (state) {
            case ACTIVE -> 1;
            case PENDING -> 2;
            case EXPIRED -> 3;
        };
    }

    private static long key(Silence silence, Silence.State state) {
        return switch (state) {
            case ACTIVE -> silence.endsAt().toEpochMilli();
            case PENDING -> silence.startsAt().toEpochMilli();
            case EXPIRED -> -silence.endsAt().toEpochMilli();
        };
    }
}
