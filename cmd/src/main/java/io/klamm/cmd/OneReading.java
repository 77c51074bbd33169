package io.klamm.cmd;

import io.klamm.kafka.ClusterReader;
import io.klamm.kafka.NameFilter;
import io.klamm.lag.LagCalculator;
import io.klamm.model.ClusterLag;
import io.klamm.model.ClusterSnapshot;
import io.klamm.model.CollectionProblem;
import java.io.PrintWriter;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * A cluster read once, straight from its brokers, for a sub-command.
 *
 * @param snapshot what was read
 * @param lag what follows from it
 */
record OneReading(ClusterSnapshot snapshot, ClusterLag lag) {

    /** What is said where verdicts are left out. */
    static final String CANNOT_JUDGE =
            "klamm: one reading cannot judge: for VERDICT and LAG-SECONDS ask a running server (--url)";

    /**
     * Reads the cluster; what could not be read is said on {@code err}, and the rest is returned.
     *
     * @throws UserException when no broker answers
     */
    static OneReading of(ClusterReader reader, PrintWriter err) {
        ClusterSnapshot snapshot = read(reader);
        snapshot.problems().forEach(problem -> err.println("klamm: " + text(problem)));
        return new OneReading(snapshot, new LagCalculator().lagOf(snapshot));
    }

    static ClusterReader reader(KafkaOptions kafka, NameFilter topics, NameFilter groups) {
        return new ClusterReader(kafka.cluster(topics, groups), Clock.systemUTC());
    }

    /** Only the given name; all where it is null. */
    static NameFilter only(@Nullable String name) {
        return name == null ? NameFilter.all() : NameFilter.only(name);
    }

    private static ClusterSnapshot read(ClusterReader reader) {
        try {
            return reader.read();
        } catch (RuntimeException e) {
            throw new UserException(String.valueOf(e.getMessage()));
        }
    }

    private static String text(CollectionProblem problem) {
        String right = problem.missingRight() == null ? "" : " (missing right: " + problem.missingRight() + ")";
        return problem.fact() + ": " + problem.message() + right;
    }
}
