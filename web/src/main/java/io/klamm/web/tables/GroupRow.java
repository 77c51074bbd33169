package io.klamm.web.tables;

import io.klamm.model.Group;
import io.klamm.model.GroupLag;
import io.klamm.model.verdict.GroupVerdict;
import io.klamm.model.verdict.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One group with its lag.
 *
 * @param verdict what is said of it, empty for one that is not judged
 * @param maxLagSeconds and {@code secondsUntilLoss}: those of its partitions that are worst off
 */
public record GroupRow(
        GroupLag lag,
        String searchKey,
        Optional<GroupVerdict> verdict,
        OptionalDouble maxLagSeconds,
        OptionalDouble secondsUntilLoss)
        implements Row {

    private static final Comparator<GroupRow> BY_SEVERITY_AND_LAG = Comparator.comparing(GroupRow::severity)
            .thenComparingLong(row -> row.lag().total().orElse(-1));

    static final List<SortKey<GroupRow>> SORT_KEYS = List.of(
            SortKey.text("group", row -> row.group().id()),
            SortKey.of("verdict", row -> row.verdict().isPresent(), BY_SEVERITY_AND_LAG),
            SortKey.text("type", row -> row.group().type().label()),
            SortKey.text("state", row -> row.group().state()),
            SortKey.number("members", row -> row.group().members().size()),
            SortKey.number("topics", row -> row.lag().topics()),
            SortKey.maybe("totalLag", row -> row.lag().total()),
            SortKey.measured("maxLagSeconds", GroupRow::maxLagSeconds),
            SortKey.measured("secondsUntilLoss", GroupRow::secondsUntilLoss),
            SortKey.number("ageSeconds", row -> -row.group().readAt().toEpochMilli()));

    static GroupRow of(GroupLag lag, Optional<GroupVerdict> verdict) {
        return new GroupRow(
                lag,
                lag.group().id().toLowerCase(Locale.ROOT),
                verdict,
                verdict.map(GroupVerdict::maxLagSeconds).orElseGet(OptionalDouble::empty),
                verdict.map(GroupVerdict::minSecondsUntilLoss).orElseGet(OptionalDouble::empty));
    }

    public Group group() {
        return lag.group();
    }

    private Verdict severity() {
        return verdict.map(GroupVerdict::verdict).orElse(Verdict.OK);
    }
}
