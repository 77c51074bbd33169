package io.klamm.cmd;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.klamm.cmd.text.Table;
import io.klamm.model.ClusterLag;
import io.klamm.model.Group;
import io.klamm.model.GroupLag;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Groups in the form of the API's {@code Group}, whether they came from a server or straight from the brokers. */
final class GroupRows {

    private static final String UNKNOWN = "-";

    private GroupRows() {}

    static List<JsonNode> of(ClusterLag lag) {
        List<JsonNode> rows = new ArrayList<>();
        lag.groups().forEach(group -> rows.add(row(group)));
        return rows;
    }

    /** One group of one reading, of which there is no verdict: a reading alone cannot judge. */
    static ObjectNode row(GroupLag lag) {
        Group group = lag.group();
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        row.put("group", group.id());
        row.put("type", group.type().label());
        row.put("state", group.state());
        if (!group.protocol().isEmpty()) {
            row.put("protocol", group.protocol());
        }
        if (group.coordinator() >= 0) {
            row.put("coordinator", group.coordinator());
        }
        row.put("members", group.members().size());
        row.put("topics", lag.topics());
        lag.total().ifPresent(total -> row.put("totalLag", total));
        return row;
    }

    static String table(List<JsonNode> groups) {
        Table table = new Table()
                .text("GROUP")
                .text("TYPE")
                .text("PROTOCOL")
                .text("STATE")
                .text("VERDICT")
                .number("MEMBERS")
                .number("TOPICS")
                .number("LAG")
                .number("LAG-SECONDS");
        groups.forEach(group -> table.row(
                text(group, "group"),
                text(group, "type"),
                text(group, "protocol"),
                text(group, "state"),
                verdict(group) + (group.path("muted").asBoolean() ? " (muted)" : ""),
                text(group, "members"),
                text(group, "topics"),
                text(group, "totalLag"),
                text(group, "maxLagSeconds")));
        return table.render();
    }

    /** The word for a verdict as everybody writes it, a dash where there is none. */
    static String verdict(JsonNode judged) {
        return text(judged, "verdict").toUpperCase(Locale.ROOT);
    }

    private static String text(JsonNode row, String key) {
        return row.path(key).asText(UNKNOWN);
    }
}
