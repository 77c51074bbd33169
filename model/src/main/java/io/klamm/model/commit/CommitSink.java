package io.klamm.model.commit;

import io.klamm.model.verdict.GroupVerdict;

/**
 * Takes the commits of one cluster. Safe for use by several sources at once; a call returns when the commits are kept, so a source that is too quick waits
 * and nothing is dropped.
 */
public interface CommitSink {

    /** Where the commits of a group on a partition go: the same object for the same names, as long as it lives. */
    CommitTarget target(GroupVerdict.Source source, String group, String topic, int partition);

    /** Takes all commits of a batch, whose columns are not read after the call. A target that lives no more is passed over. */
    void accept(CommitBatch batch);

    /**
     * Forgets a group that was deleted.
     *
     * @param atMillis when, by the broker's clock
     */
    void groupDeleted(String group, long atMillis);
}
