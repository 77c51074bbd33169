package io.klamm.web;

import io.klamm.model.GroupLag;
import io.klamm.model.GroupType;
import io.klamm.model.TopicPartition;
import io.klamm.model.verdict.GroupVerdict;
import io.klamm.model.verdict.LagHistory;
import io.klamm.model.verdict.PartitionVerdicts;
import io.klamm.model.verdict.Verdict;
import io.klamm.web.http.Json;
import io.klamm.web.http.Query;
import io.klamm.web.http.Refused;
import io.klamm.web.tables.ClusterTables;
import io.klamm.web.tables.GroupRow;
import io.klamm.web.tables.LagRow;
import io.klamm.web.tables.Page;
import io.klamm.web.tables.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Answers about groups, their lag, and what is said of them. */
final class GroupAnswers {

    /** Stands for all verdicts of WARN and worse. */
    private static final String ALARMING = "alarming";

    private GroupAnswers() {}

    static byte[] groups(Subject subject, Query query) throws Refused {
        query.allowOnly("search", "page", "pageSize", "order", "sort", "type", "verdict");
        Predicate<GroupRow> filter = ofType(query).and(ofVerdict(query));
        Table<GroupRow> table = subject.tables().groups();
        Page<GroupRow> page = table.page(
                query.page(), query.choice("sort", table.sortNames()), query.descending(), query.search(), filter);
        return subject.page(
                page, "groups", (json, row) -> GroupJson.group(json, row.lag(), row.verdict(), subject.now()));
    }

    private static Predicate<GroupRow> ofType(Query query) throws Refused {
        if (query.text("type") == null) {
            return row -> true;
        }
        String type = query.choice(
                "type", Arrays.stream(GroupType.values()).map(GroupType::label).toList());
        return row -> row.group().type().label().equals(type);
    }

    private static Predicate<GroupRow> ofVerdict(Query query) throws Refused {
        if (query.text("verdict") == null) {
            return row -> true;
        }
        String wanted = query.choice(
                "verdict",
                Stream.concat(
                                Stream.of(ALARMING),
                                Arrays.stream(Verdict.values()).map(Verdict::label))
                        .toList());
        Predicate<Verdict> asked = wanted.equals(ALARMING)
                ? Verdict::alarming
                : verdict -> verdict.label().equals(wanted);
        return row -> row.verdict().map(GroupVerdict::verdict).filter(asked).isPresent();
    }

    /** @param explained the verdict with its evidence, empty where nothing is said of the group */
    static byte[] group(Subject subject, String id, Optional<GroupVerdict> explained) throws Refused {
        GroupLag lag = existing(subject, id);
        ClusterTables tables = subject.tables();
        Optional<GroupVerdict> verdict = explained.or(() -> tables.lag().verdict(id));
        Set<TopicPartition> windows = verdict.map(EvidenceWindows::shown).orElse(Set.of());
        return subject.write(json -> {
            json.writeFieldName("group");
            GroupJson.group(json, lag, verdict, subject.now());
            if (verdict.isPresent() && verdict.get().worst().isPresent()) {
                VerdictJson.worst(json, verdict.get().worst().get());
            }
            json.writeBooleanField("offsetsReadable", lag.group().offsets().isPresent());
            Json.array(json, "members", lag.group().members(), GroupJson::member);
            Json.array(
                    json,
                    "partitions",
                    lag.partitions(),
                    (out, partition) -> GroupJson.explained(
                            out,
                            id,
                            partition,
                            verdict.flatMap(said -> PartitionVerdicts.find(said, partition.partition())),
                            windows.contains(partition.partition())));
        });
    }

    /** @param history empty where nothing is kept of the group */
    static byte[] history(Subject subject, String id, Optional<LagHistory> history) throws Refused {
        existing(subject, id);
        LagHistory kept = history.orElseGet(() -> new LagHistory(List.of(), List.of()));
        return subject.write(json -> VerdictJson.history(json, kept));
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
                (json, row) -> GroupJson.lag(json, row.group().group().id(), row.lag(), row.verdict()));
    }

    private static GroupLag existing(Subject subject, String id) throws Refused {
        GroupLag lag = subject.tables().lag().group(id);
        if (lag == null) {
            throw subject.notFound("group", id);
        }
        return lag;
    }
}
