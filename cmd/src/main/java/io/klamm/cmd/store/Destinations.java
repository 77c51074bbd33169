package io.klamm.cmd.store;

import io.klamm.model.ComponentStatus;
import io.klamm.model.ComponentStatus.State;
import io.klamm.storage.remote.send.DestinationStatus;
import java.util.SortedMap;
import java.util.TreeMap;

/** How a destination of remote write fares, told as of any other component. */
final class Destinations {

    private static final String KIND = "remote-write";

    private Destinations() {}

    static ComponentStatus status(DestinationStatus destination) {
        SortedMap<String, Long> counts = new TreeMap<>();
        counts.put("samples-sent", destination.sent());
        counts.put("samples-behind", destination.behindSamples());
        counts.put("bytes-behind", destination.behindBytes());
        counts.put("seconds-behind", Math.round(destination.lagSeconds()));
        counts.put("samples-left-out", destination.dropped());
        SortedMap<String, Long> errors = new TreeMap<>();
        errors.put("samples-refused", destination.dead());
        errors.put("retries", destination.retries());
        errors.put("bytes-lost", destination.lostBytes());
        errors.values().removeIf(count -> count == 0);
        return new ComponentStatus(
                KIND,
                destination.name(),
                state(destination),
                destination.lastSent().or(destination::lastFailed).orElse(null),
                destination.lastSent().orElse(null),
                null,
                null,
                destination.requests(),
                destination.retries(),
                counts,
                new TreeMap<>(),
                errors,
                destination.lastError().isEmpty() ? null : destination.lastError());
    }

    private static State state(DestinationStatus destination) {
        return switch (destination.state()) {
            case STARTING -> State.STARTING;
            case RETRYING -> State.ERROR;
            case IDLE, SENDING, CLOSED -> destination.dead() + destination.lostBytes() > 0 ? State.WARNING : State.OK;
        };
    }
}
