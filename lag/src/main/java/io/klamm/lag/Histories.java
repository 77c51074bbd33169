package io.klamm.lag;

import io.klamm.lag.judge.PartitionView;
import io.klamm.lag.series.CommitSeries;
import io.klamm.model.verdict.LagHistory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/** The lag of a group at even moments of its window, from the same commits and end offsets that are judged. Pure. */
final class Histories {

    private static final int MOMENTS = 40;

    private Histories() {}

    static LagHistory of(List<ViewMaker.Judged> views, long now) {
        long window = views.stream()
                .mapToLong(judged -> judged.view().tolerance().window().toMillis())
                .max()
                .orElse(0);
        List<Long> times = new ArrayList<>();
        for (int i = 0; window > 0 && i <= MOMENTS; i++) {
            times.add(now - window + i * window / MOMENTS);
        }
        List<LagHistory.Row> rows = views.stream()
                .map(ViewMaker.Judged::view)
                .filter(view -> !view.commits().isEmpty())
                .sorted(Comparator.comparing(PartitionView::partition))
                .map(view -> new LagHistory.Row(
                        view.partition(),
                        times.stream().map(time -> lag(view, time)).toList()))
                .toList();
        return new LagHistory(times, rows);
    }

    /** By the last commit up to then. */
    private static OptionalLong lag(PartitionView view, long time) {
        CommitSeries commits = view.commits();
        int index = commits.size() - 1;
        while (index >= 0 && commits.time(index) > time) {
            index--;
        }
        OptionalLong end = view.log().ends().endAt(time);
        if (index < 0 || end.isEmpty()) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(Math.max(0, end.getAsLong() - commits.offset(index)));
    }
}
