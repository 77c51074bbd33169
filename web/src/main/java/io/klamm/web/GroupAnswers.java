package io.klamm.web;

import io.klamm.model.GroupLag;
import io.klamm.model.GroupType;
import io.klamm.web.tables.ClusterTables;
import io.klamm.web.tables.GroupRow;
import io.klamm.web.tables.LagRow;
import io.klamm.web.tables.Page;
import io.klamm.web.tables.Table;
import java.util.Arrays;
import java.util.List;

/** Answers about groups and their lag. */
final class GroupAnswers {

    private GroupAnswers() {}

    static byte[] groups(Subject subject, Query query) throws Refused {
        query.allowOnly("search", "page", "pageSize", "order", "sort", "type");
        List<String> types =
                Arrays.stream(GroupType.values()).map(GroupType::label).toList();
        String type = query.text("type") == null ? "" : query.choice("type", types);
        Table<GroupRow> table = subject.tables().groups();
        Page<GroupRow> page = table.page(
                query.page(),
                query.choice("sort", table.sortNames()),
                query.descending(),
                query.search(),
                row -> type.isEmpty() || row.group().type().label().equals(type));
        return subject.page(page, "groups", (json, row) -> GroupJson.group(json, row.lag(), subject.now()));
    }

    static byte[] group(Subject subject, String id) throws Refused {
        GroupLag lag = existing(subject, id);
        return subject.write(json -> {
            json.writeFieldName("group");
            GroupJson.group(json, lag, subject.now());
            json.writeBooleanField("offsetsReadable", lag.group().offsets().isPresent());
            Json.array(json, "members", lag.group().members(), GroupJson::member);
            Json.array(json, "partitions", lag.partitions(), (out, partition) -> GroupJson.lag(out, id, partition));
        });
    }

    static byte[] lag(Subject subject, Query query) throws Refused {
        query.allowOnly("page", "pageSize", "group", "topic");
        ClusterTables tables = subject.tables();
        String group = query.text("group");
        String topic = query.text("topic");
        if (group != null) {
            existing(subject, group);
        }
        // A topic that has been deleted may still have commits, so both must be without it.
        if (topic != null
                && tables.topic(topic) == null
                && tables.lag().topic(topic).isEmpty()) {
            throw subject.notFound("topic", topic);
        }
        Page<LagRow> page = tables.lag().page(query.page(), group, topic);
        return subject.page(
                page,
                "partitions",
                (json, row) -> GroupJson.lag(json, row.group().group().id(), row.lag()));
    }

    private static GroupLag existing(Subject subject, String id) throws Refused {
        GroupLag lag = subject.tables().lag().group(id);
        if (lag == null) {
            throw subject.notFound("group", id);
        }
        return lag;
    }
}
