package io.klamm.benchmarks.verdicts;

import io.klamm.lag.LagKeeper;
import io.klamm.lag.LagLimits;
import io.klamm.lag.LagSettings;
import io.klamm.model.ClusterSnapshot;
import io.klamm.model.OffsetRange;
import io.klamm.model.commit.CommitSink;
import io.klamm.model.verdict.GroupVerdict;
import io.klamm.model.verdict.PartitionVerdict;
import java.time.Instant;
import java.util.List;

/** Klamm's own evaluator with its default settings. */
final class KlammJudge implements Judge {

    private final LagKeeper keeper = new LagKeeper(LagSettings.DEFAULT, LagLimits.DEFAULT);

    KlammJudge() {
        keeper.coverage(true);
    }

    @Override
    public String name() {
        return "Klamm";
    }

    @Override
    public CommitSink sink() {
        return keeper;
    }

    @Override
    public void observe(ClusterSnapshot snapshot) {
        keeper.observe(snapshot);
    }

    @Override
    public List<OffsetRange> questions() {
        return keeper.questions();
    }

    @Override
    public void answer(OffsetRange range, long records) {
        keeper.answer(range, records);
    }

    @Override
    public Opinion opinion(String group, Instant now) {
        return keeper.explain(group, now).map(KlammJudge::opinion).orElse(new Opinion(false, "none"));
    }

    private static Opinion opinion(GroupVerdict verdict) {
        String rule = verdict.worst()
                .map(PartitionVerdict::evidence)
                .map(evidence -> evidence.rule().name())
                .orElse("");
        return new Opinion(verdict.verdict().alarming(), verdict.verdict() + " " + rule);
    }
}
