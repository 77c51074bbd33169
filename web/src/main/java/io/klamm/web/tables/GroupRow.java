package io.klamm.web.tables;

import io.klamm.model.Group;
import io.klamm.model.GroupLag;
import java.util.List;
import java.util.Locale;

/** One group with its lag. */
public record GroupRow(GroupLag lag, String searchKey) implements Row {

    static final List<SortKey<GroupRow>> SORT_KEYS = List.of(
            SortKey.text("group", row -> row.group().id()),
            SortKey.text("type", row -> row.group().type().label()),
            SortKey.text("state", row -> row.group().state()),
            SortKey.number("members", row -> row.group().members().size()),
            SortKey.number("topics", row -> row.lag().topics()),
            SortKey.maybe("totalLag", row -> row.lag().total()),
            SortKey.number("ageSeconds", row -> -row.group().readAt().toEpochMilli()));

    static GroupRow of(GroupLag lag) {
        return new GroupRow(lag, lag.group().id().toLowerCase(Locale.ROOT));
    }

    public Group group() {
        return lag.group();
    }
}
