package io.klamm.storage.log;

import java.util.Map;

/**
 * The log that a store writes before anything else, for readers who hand the samples on. What a named reader has not passed yet is kept for it, also over restarts, up to
 * a bound that the store's settings give. Safe from any thread.
 */
public interface SampleLog {

    /**
     * A reader that goes on at a save-point. The log is kept for this name from there on, until {@link LogTail#keepFrom} moves the place or {@link #forget} ends it.
     *
     * <p>Where the save-point's file is gone, the reader begins with the oldest that is there, and what was missed counts as {@link LogTail#lost}.
     *
     * @param reader such as {@code remote_write/mimir}; one tail at a time
     */
    LogTail tail(String reader, LogPosition from);

    /** The place behind everything that is written: where a reader begins that wants only what is new. */
    LogPosition end();

    /** Keeps nothing for this reader any more. */
    void forget(String reader);

    /** For whom the log is kept, and from where on. */
    Map<String, LogPosition> readers();
}
