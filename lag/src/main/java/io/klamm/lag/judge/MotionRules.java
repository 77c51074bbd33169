package io.klamm.lag.judge;

import io.klamm.lag.judge.Motion.Behind;
import io.klamm.lag.judge.Ownership.Members;
import io.klamm.model.verdict.GroupVerdict.Source;
import io.klamm.model.verdict.Rule;
import io.klamm.model.verdict.TimeLag.Confidence;
import java.util.Optional;

/** The rules that follow from how commits moved, for a group that has something to read. */
final class MotionRules {

    /** A small step back of a group that reads on: after a restart it reads again what it had not committed. */
    private static final long SMALL_STEP = 60_000;

    private static final long STALLED_FOR = 120_000;
    private static final int SAME_COMMITS = 3;
    private static final double LOSS_IS_NEAR = 3600;
    private static final double EDGE_SECONDS = 30;
    /** In a log so short that its beginning is near its end, everybody is at the edge. */
    private static final double EDGES_AWAY = 2;

    private MotionRules() {}

    static Rule first(Sight sight) {
        return rewound(sight)
                .or(() -> silent(sight))
                .or(() -> stalled(sight))
                .or(() -> atTheEdge(sight))
                .or(() -> behind(sight))
                .orElseGet(() -> fine(sight));
    }

    private static Optional<Rule> rewound(Sight sight) {
        return sight.rewind().filter(rewind -> !small(rewind, sight)).map(rewind -> Rule.WENT_BACK);
    }

    private static boolean small(Rewind rewind, Sight sight) {
        boolean reads = sight.view().ownership().members() != Members.NONE;
        double inTime = sight.forecast().consumedPerSecond().orElse(0) * SMALL_STEP / 1000;
        return reads && sight.view().now() - rewind.at() < SMALL_STEP && rewind.records() <= inTime;
    }

    private static Optional<Rule> silent(Sight sight) {
        if (!sight.rhythm().overdue()) {
            return Optional.empty();
        }
        Ownership ownership = sight.view().ownership();
        if (ownership.members() == Members.NONE) {
            return Optional.of(Rule.SILENT_WITHOUT_MEMBERS);
        }
        if (ownership.members() == Members.STEADY && !ownership.owned()) {
            return Optional.of(Rule.SILENT_AND_UNOWNED);
        }
        if (sight.view().uncounted()) {
            return Optional.of(Rule.SILENT_UNCOUNTED);
        }
        boolean blind = sight.view().source() == Source.ADMIN_API && ownership.members() == Members.STEADY;
        return Optional.of(blind ? Rule.DOES_NOT_MOVE : Rule.SILENT);
    }

    private static Optional<Rule> stalled(Sight sight) {
        boolean stalls = sight.window().same() >= SAME_COMMITS
                && sight.stalled() >= Math.max(STALLED_FOR, 2 * sight.rhythm().usual());
        if (!stalls) {
            return Optional.empty();
        }
        return Optional.of(sight.view().uncounted() ? Rule.COMMITS_THE_SAME_UNCOUNTED : Rule.COMMITS_THE_SAME);
    }

    /** It stands where the log begins, and the log begins later and later: it keeps its pace only because what it would read next is deleted. */
    private static Optional<Rule> atTheEdge(Sight sight) {
        LogView log = sight.view().log();
        double goes = log.startPerSecond().orElse(0) * EDGE_SECONDS;
        boolean near = log.start() >= 0 && sight.position().committed() - log.start() < goes;
        return near && sight.position().effective() > EDGES_AWAY * goes
                ? Optional.of(Rule.READS_AT_THE_EDGE)
                : Optional.empty();
    }

    private static Optional<Rule> behind(Sight sight) {
        Motion motion = sight.motion();
        if (!motion.enough(sight.view().tolerance()) || motion.behind() == Behind.NO) {
            return Optional.empty();
        }
        if (lossIsNear(sight)) {
            return Optional.of(Rule.WILL_LOSE_RECORDS);
        }
        return Optional.of(motion.behind() == Behind.HOPELESSLY ? Rule.READS_TOO_SLOWLY : Rule.FALLS_BEHIND);
    }

    private static boolean lossIsNear(Sight sight) {
        boolean sure = sight.forecast()
                .timeLag()
                .filter(lag -> lag.confidence() != Confidence.LOW)
                .isPresent();
        return sure && sight.forecast().secondsUntilLoss().orElse(Double.MAX_VALUE) <= LOSS_IS_NEAR;
    }

    private static Rule fine(Sight sight) {
        Motion motion = sight.motion();
        if (motion.newestLag().orElse(Long.MAX_VALUE)
                <= sight.view().tolerance().allowedLag()) {
            return Rule.READ_ALL_AT_LAST_COMMIT;
        }
        if (!motion.enough(sight.view().tolerance())) {
            return Rule.TOO_LITTLE_SEEN;
        }
        return motion.growth() < 0 && motion.consumed() > motion.produced() ? Rule.CATCHES_UP : Rule.KEEPS_UP;
    }
}
