package io.klamm.notifier.outbox;

/** What was told of an episode. */
public enum Stage {
    /** That it began. */
    FIRING,
    /** All that there is to tell. */
    DONE
}
