package io.klamm.model.commit;

/** What a {@link CommitSink} keeps of one group on one partition; sources hold it so that they look its names up only once. */
public interface CommitTarget {

    /** False when the sink has forgotten it: then it takes no more commits, and a source that has some must ask the sink anew. */
    boolean live();
}
