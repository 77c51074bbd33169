package io.klamm.benchmarks.verdicts;

import io.klamm.lag.burrow.BurrowKeeper;
import io.klamm.lag.burrow.BurrowSettings;
import io.klamm.model.ClusterSnapshot;
import io.klamm.model.burrow.BurrowGroupStatus;
import io.klamm.model.burrow.BurrowStatus;
import io.klamm.model.commit.CommitSink;
import java.time.Instant;
import java.util.Comparator;

/** Burrow's rules with its default settings, in a time that is the simulation's. */
final class BurrowJudge implements Judge {

    private final SimulatedClock clock = new SimulatedClock(World.START);
    private final BurrowKeeper keeper = new BurrowKeeper("simulated", BurrowSettings.usual(), clock);

    @Override
    public String name() {
        return "Burrow";
    }

    @Override
    public CommitSink sink() {
        return keeper;
    }

    @Override
    public void time(Instant now) {
        clock.set(now);
    }

    @Override
    public void observe(ClusterSnapshot snapshot) {
        keeper.observe(snapshot);
    }

    @Override
    public Opinion opinion(String group, Instant now) {
        BurrowGroupStatus status = keeper.status(group);
        boolean quiet = status.status() == BurrowStatus.OK || status.status() == BurrowStatus.NOTFOUND;
        String worst = status.partitions().stream()
                .map(partition -> partition.status())
                .max(Comparator.naturalOrder())
                .map(Enum::name)
                .orElse("");
        return new Opinion(!quiet, status.status() + " " + worst);
    }
}
