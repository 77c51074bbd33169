package io.klamm.lag;

import io.klamm.model.verdict.Evidence;
import io.klamm.model.verdict.PartitionVerdict;
import io.klamm.model.verdict.Rule;

/** A verdict on a topic about which nobody is to be alarmed. */
final class Muting {

    private Muting() {}

    static PartitionVerdict mute(PartitionVerdict verdict) {
        if (!verdict.verdict().alarming()) {
            return verdict;
        }
        Evidence heard = verdict.evidence();
        return new PartitionVerdict(
                verdict.partition(),
                Rule.MUTED.verdict(),
                verdict.lag(),
                verdict.effectiveLag(),
                new Evidence(Rule.MUTED, heard.facts(), heard.commits(), heard.ends()),
                verdict.forecast());
    }
}
