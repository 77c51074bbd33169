package io.klamm.cmd;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.klamm.cmd.text.PartitionTable;
import io.klamm.model.ClusterLag;
import io.klamm.model.GroupLag;
import io.klamm.model.GroupMember;
import io.klamm.model.PartitionLag;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Lag by group and partition in the form of the API's {@code PartitionLag}, whether it came from a server or straight from the brokers. */
final class LagRows {

    private final ArrayNode rows = JsonNodeFactory.instance.arrayNode();

    /** All rows of the groups, of one topic where it is given. */
    static LagRows of(ClusterLag lag, @Nullable String topic) {
        LagRows rows = new LagRows();
        for (GroupLag group : lag.groups()) {
            group.partitions().stream()
                    .filter(partition ->
                            topic == null || partition.partition().topic().equals(topic))
                    .forEach(partition -> rows.rows.add(row(group.group().id(), partition)));
        }
        return rows;
    }

    /** One group and its partitions in the form of the API's {@code GroupDetail}. */
    static JsonNode detail(GroupLag lag) {
        ObjectNode detail = JsonNodeFactory.instance.objectNode();
        detail.set("group", GroupRows.row(lag));
        detail.put("offsetsReadable", lag.group().offsets().isPresent());
        ArrayNode partitions = detail.putArray("partitions");
        lag.partitions().forEach(partition -> partitions.add(row(lag.group().id(), partition)));
        return detail;
    }

    static LagRows empty() {
        return new LagRows();
    }

    void add(JsonNode row) {
        rows.add(row);
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    String json() {
        return rows.toPrettyString() + "\n";
    }

    /** A table of the partitions, and where there is more than one group or partition the sums by group. */
    String text() {
        return PartitionTable.ofClients().of(rows) + totals();
    }

    private String totals() {
        Map<String, Long> byGroup = new LinkedHashMap<>();
        for (JsonNode row : rows) {
            if (row.has("lag")) {
                byGroup.merge(row.path("group").asText(), row.path("lag").asLong(), Long::sum);
            }
        }
        StringBuilder text = new StringBuilder(byGroup.isEmpty() ? "" : "\n");
        byGroup.forEach((group, lag) -> text.append("Total lag of ")
                .append(group)
                .append(": ")
                .append(lag)
                .append('\n'));
        return text.toString();
    }

    private static ObjectNode row(String group, PartitionLag partition) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        row.put("group", group);
        row.put("topic", partition.partition().topic());
        row.put("partition", partition.partition().partition());
        put(row, "committedOffset", partition.committed());
        put(row, "endOffset", partition.end());
        put(row, "lag", partition.lag());
        row.put("commitBeyondEnd", partition.commitBeyondEnd());
        GroupMember owner = partition.owner();
        if (owner != null) {
            row.put("memberId", owner.memberId());
            row.put("clientId", owner.clientId());
            row.put("host", owner.host());
        }
        return row;
    }

    private static void put(ObjectNode row, String key, OptionalLong value) {
        if (value.isPresent()) {
            row.put(key, value.getAsLong());
        }
    }
}
