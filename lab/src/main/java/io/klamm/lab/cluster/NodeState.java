package io.klamm.lab.cluster;

/** What has become of a node's process. */
public enum NodeState {
    RUNNING,
    /** Stopped by SIGSTOP: it holds its connections and answers nothing. */
    PAUSED,
    /** Ended or never started. */
    DOWN
}
