package io.klamm.cmd.server;

import io.klamm.kafka.RangeReader;
import io.klamm.kafka.SnapshotListener;
import io.klamm.kafka.offsets.CommitCrossCheck;
import io.klamm.kafka.offsets.OffsetsState;
import io.klamm.lag.LagCalculator;
import io.klamm.lag.journal.Journal;
import io.klamm.metrics.store.ClusterHistory;
import io.klamm.model.ClusterSnapshot;
import io.klamm.model.CollectionProblem;
import io.klamm.web.ClusterView;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The walk of an offset, behind its sources: a snapshot is given to those who judge and to the journal, its verdicts go on the board and into the store, the web is told. Called by the
 * threads of the collector and of the reader of the offsets topic.
 */
final class Publisher implements SnapshotListener {

    /** A broker that starts anew is no reason to look at groups in another way. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final ClusterJudges judges;
    private final Journal journal;
    private final RangeReader ranges;
    private final ClusterHistory history;
    private final ClusterBoard board;
    private final Runnable told;
    private final Runnable firstReading;
    private final Clock clock;
    private final CommitCrossCheck crossCheck;
    private final LagCalculator lag = new LagCalculator();
    private @Nullable ClusterSnapshot newest;
    private boolean live;
    private @Nullable Instant failingSince;

    Publisher(
            ClusterJudges judges,
            Journal journal,
            RangeReader ranges,
            ClusterHistory history,
            ClusterBoard board,
            Runnable told,
            Runnable firstReading,
            Clock clock) {
        this.judges = judges;
        this.journal = journal;
        this.ranges = ranges;
        this.history = history;
        this.board = board;
        this.told = told;
        this.firstReading = firstReading;
        this.clock = clock;
        this.crossCheck = new CommitCrossCheck(judges.newest());
    }

    @Override
    public synchronized void published(ClusterSnapshot snapshot) {
        judges.observe(snapshot);
        journal.observed(snapshot);
        Optional<CollectionProblem> disagreement = live ? crossCheck.check(snapshot) : Optional.empty();
        boolean first = newest == null;
        newest = disagreement.map(snapshot::with).orElse(snapshot);
        show().ifPresent(reading -> history.write(reading.snapshot(), reading.lag(), reading.verdicts()));
        if (first) {
            firstReading.run();
        }
    }

    @Override
    public void failed(String error) {
        history.failed(clock.instant());
        told.run();
    }

    /** How the reading of the offsets topic fares. */
    synchronized void offsets(OffsetsState state) {
        boolean before = live;
        live = state instanceof OffsetsState.Live;
        judges.coverage(covered(state));
        if (!(state instanceof OffsetsState.CatchingUp || state instanceof OffsetsState.Starting)) {
            judges.caughtUp();
        }
        if (!live) {
            crossCheck.reset();
        } else if (!before && newest != null) {
            // Commits of the time before the start have come: what was said without them may be wrong.
            show();
        }
    }

    private boolean covered(OffsetsState state) {
        if (state instanceof OffsetsState.Failed) {
            failingSince = failingSince == null ? clock.instant() : failingSince;
            return judges.covered() && clock.instant().isBefore(failingSince.plus(PATIENCE));
        }
        failingSince = null;
        return !(state instanceof OffsetsState.Denied || state instanceof OffsetsState.Absent);
    }

    private Optional<ClusterView.Reading> show() {
        ClusterSnapshot snapshot = newest;
        if (snapshot == null) {
            return Optional.empty();
        }
        ClusterView.Reading reading = new ClusterView.Reading(snapshot, lag.lagOf(snapshot), judges.judge());
        board.publish(reading);
        ranges.ask(judges.keeper().questions());
        told.run();
        return Optional.of(reading);
    }
}
