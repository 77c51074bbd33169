package io.klamm.tsdb.wal;

/** When the log is synced, that is made to survive the machine. What is written survives the process in any case. */
public enum SyncPolicy {
    /** At every commit, before it returns; commits at the same time share a sync. */
    ALWAYS,
    /** Every second, in the background. */
    INTERVAL,
    /** When the operating system likes. */
    NEVER
}
