package io.klamm.storage.remote.send;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a destination's pump has counted. For one thread. */
final class SendCounters {

    long sent;
    long dropped;
    long retries;
    long requests;
    long bytes;
    long read;
    long readBytes;

    @Nullable
    Instant lastSent;

    @Nullable
    Instant lastFailed;

    String lastError = "";

    void failed(String why, Instant now) {
        lastError = why;
        lastFailed = now;
    }
}
