package io.klamm.web;

import io.klamm.web.http.Json;
import io.klamm.web.http.Query;
import io.klamm.web.http.Refused;
import io.klamm.web.tables.ClusterTables;
import io.klamm.web.tables.Page;
import io.klamm.web.tables.PartitionRow;
import io.klamm.web.tables.Table;
import io.klamm.web.tables.TopicRow;
import java.util.List;
import java.util.function.Predicate;

/** Answers about brokers, topics and partitions. */
final class TopicAnswers {

    private TopicAnswers() {}

    static byte[] brokers(Subject subject, Query query) throws Refused {
        query.allowOnly();
        ClusterTables tables = subject.tables();
        return subject.write(json -> {
            Json.array(json, "brokers", tables.brokers(), BrokerJson::broker);
            if (tables.snapshot().quorum().isPresent()) {
                json.writeFieldName("quorum");
                BrokerJson.quorum(json, tables.snapshot().quorum().get());
            }
        });
    }

    static byte[] topics(Subject subject, Query query) throws Refused {
        query.allowOnly("search", "page", "pageSize", "order", "sort", "internal");
        boolean internal = query.flag("internal", true);
        Table<TopicRow> table = subject.tables().topics();
        Page<TopicRow> page = table.page(
                query.page(),
                query.choice("sort", table.sortNames()),
                query.descending(),
                query.search(),
                row -> internal || !row.topic().internal());
        return subject.page(page, "topics", TopicJson::topic);
    }

    static byte[] topic(Subject subject, String name) throws Refused {
        ClusterTables tables = subject.tables();
        TopicRow row = tables.topic(name);
        if (row == null) {
            throw subject.notFound("topic", name);
        }
        return subject.write(json -> {
            json.writeFieldName("topic");
            TopicJson.topic(json, row);
            Json.array(json, "partitions", tables.partitionsOf(row.topic()), TopicJson::partition);
            Json.array(json, "groups", tables.lag().topic(name), TopicJson::group);
        });
    }

    static byte[] partitions(Subject subject, Query query) throws Refused {
        query.allowOnly("search", "page", "pageSize", "state");
        Predicate<PartitionRow> filter =
                switch (query.choice("state", List.of("all", "under-replicated", "offline", "not-preferred"))) {
                    case "under-replicated" -> row -> row.partition().underReplicated();
                    case "offline" -> row -> row.partition().offline();
                    case "not-preferred" -> row -> !row.partition().leaderIsPreferred();
                    default -> row -> true;
                };
        Table<PartitionRow> table = subject.tables().partitions();
        Page<PartitionRow> page = table.page(query.page(), table.sortNames().get(0), false, query.search(), filter);
        return subject.page(page, "partitions", TopicJson::partition);
    }
}
