package io.klamm.storage.remote.send;

import io.klamm.storage.log.LogPosition;
import io.klamm.storage.remote.write.WriteProtocol;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How it stands with one destination of remote write.
 *
 * @param protocol the version that is spoken
 * @param savePoint up to where in the log the destination has everything
 * @param lagSeconds how old the oldest sample is that it does not have; 0 if it has all
 * @param behindBytes how much of the log is still to be read
 * @param behindSamples about how many samples it does not have, as far as the log's size tells
 * @param sent samples that it has kept
 * @param dropped samples that relabelling left out
 * @param dead samples that it has refused for good
 * @param retries requests that were sent again because of a failure over there
 * @param lostBytes of the log, damaged or deleted before they were read
 * @param requests that were answered
 * @param bytes of the messages that were sent, compressed
 * @param lastError the newest failure, empty if there was none
 * @param letters what was refused last
 */
public record DestinationStatus(
        String name,
        State state,
        WriteProtocol protocol,
        LogPosition savePoint,
        double lagSeconds,
        long behindBytes,
        long behindSamples,
        long sent,
        long dropped,
        long dead,
        long retries,
        long lostBytes,
        long requests,
        long bytes,
        Optional<Instant> lastSent,
        Optional<Instant> lastFailed,
        String lastError,
        List<DeadLetter> letters) {

    /** What a destination is at. */
    public enum State {
        STARTING,
        /** It has everything, or samples wait for a request to become full. */
        IDLE,
        SENDING,
        /** It does not answer, or asks to wait. */
        RETRYING,
        CLOSED
    }

    public DestinationStatus {
        letters = List.copyOf(letters);
    }
}
