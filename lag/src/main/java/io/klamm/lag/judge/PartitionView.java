package io.klamm.lag.judge;

import io.klamm.lag.series.CommitSeries;
import io.klamm.model.TopicPartition;
import io.klamm.model.verdict.GroupVerdict.Source;
import java.util.OptionalLong;

/**
 * All that is known of one group on one partition at one moment.
 *
 * @param now in milliseconds
 * @param commits all that is kept
 * @param next offset of the record that is read next: the newest commit, or what lies behind a gap without records that follows it
 * @param fromBefore whether the newest commit was made before the topic was made again
 * @param beyondEnd whether the commit lies beyond an end that was read after it
 * @param readable records between the commit and the readable end, where they were counted
 * @param uncounted whether somebody was asked to count them, in vain so far
 */
public record PartitionView(
        TopicPartition partition,
        long now,
        Source source,
        CommitSeries commits,
        long next,
        boolean fromBefore,
        boolean beyondEnd,
        LogView log,
        Ownership ownership,
        OptionalLong readable,
        boolean uncounted,
        Tolerance tolerance) {}
