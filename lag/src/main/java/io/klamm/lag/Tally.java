package io.klamm.lag;

/** Counters of a keeper. Guarded by its lock. */
final class Tally {

    long commits;
    long repeated;
    long deleted;
    long refused;
    long corrected;

    void count(PartitionCommits.Taken taken) {
        switch (taken) {
            case KEPT -> commits++;
            case REPEATED -> repeated++;
            case DELETED -> deleted++;
        }
    }
}
