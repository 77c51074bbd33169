package io.klamm.kafka.offsets;

import io.klamm.model.commit.CommitTarget;
import org.jspecify.annotations.Nullable;

/** The bytes of a commit's key, and what is known of it. For one thread. */
final class KnownKey {

    final byte[] bytes;
    final int hash;
    final KnownGroup group;

    /** Null while nobody wants its commits. */
    @Nullable
    CommitTarget target;

    private long order = Long.MIN_VALUE;
    private boolean stands;

    KnownKey(byte[] bytes, int hash, KnownGroup group) {
        this.bytes = bytes;
        this.hash = hash;
        this.group = group;
    }

    /** Notes that a commit was made or deleted; one that is older than the newest changes nothing. */
    void note(boolean committed, long atOrder) {
        if (atOrder < order) {
            return;
        }
        order = atOrder;
        if (stands != committed) {
            stands = committed;
            group.stands(committed ? 1 : -1);
        }
    }

    /** Whether it may be forgotten: nobody keeps its commits, or its last was deleted. */
    boolean spent() {
        return !stands || (target != null && !target.live());
    }

    /** Its group counts it no more. */
    void forget() {
        if (stands) {
            stands = false;
            group.stands(-1);
        }
    }
}
