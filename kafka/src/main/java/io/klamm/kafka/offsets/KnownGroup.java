package io.klamm.kafka.offsets;

/** A group that has committed: whether anybody wants its commits, and how many of them stand. For one thread. */
final class KnownGroup {

    private final String id;
    private final boolean wanted;
    private int standing;

    KnownGroup(String id, boolean wanted) {
        this.id = id;
        this.wanted = wanted;
    }

    String id() {
        return id;
    }

    boolean wanted() {
        return wanted;
    }

    void stands(int more) {
        standing += more;
    }

    /** Whether a commit of it is known that was not deleted since. Kafka deletes a group's commits before it deletes the group, but keeps them when the group changes its kind. */
    boolean hasCommits() {
        return standing > 0;
    }
}
