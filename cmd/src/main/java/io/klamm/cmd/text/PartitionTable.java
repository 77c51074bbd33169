package io.klamm.cmd.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Partitions of groups, in the form of the API's {@code PartitionLag}, with the columns of Kafka's own tool, our verdict, and those of whoever reads them. */
public final class PartitionTable {

    private static final String UNKNOWN = "-";

    private final Table table = new Table()
            .text("GROUP")
            .text("TOPIC")
            .number("PARTITION")
            .number("CURRENT-OFFSET")
            .number("LOG-END-OFFSET")
            .number("LAG")
            .text("VERDICT")
            .number("LAG-SECONDS");
    private final List<Function<JsonNode, String>> readers = new ArrayList<>();

    private PartitionTable() {}

    /** Clients by name and host. */
    public static PartitionTable ofClients() {
        return new PartitionTable().reader("CLIENT-ID", "clientId").reader("HOST", "host");
    }

    /** Members, with their hosts as Kafka's own tool writes them, and their clients' names. */
    static PartitionTable ofMembers() {
        return new PartitionTable()
                .reader("CONSUMER-ID", "memberId")
                .reader("HOST", row -> row.has("host") ? "/" + text(row, "host") : UNKNOWN)
                .reader("CLIENT-ID", "clientId");
    }

    private PartitionTable reader(String title, String key) {
        return reader(title, row -> text(row, key));
    }

    private PartitionTable reader(String title, Function<JsonNode, String> cell) {
        table.text(title);
        readers.add(cell);
        return this;
    }

    /** The whole table, each line ended by a line feed. */
    public String of(Iterable<JsonNode> partitions) {
        partitions.forEach(this::add);
        return table.render();
    }

    private void add(JsonNode row) {
        List<Object> cells = new ArrayList<>(List.of(
                text(row, "group"),
                text(row, "topic"),
                text(row, "partition"),
                text(row, "committedOffset"),
                text(row, "endOffset"),
                text(row, "lag") + (row.path("commitBeyondEnd").asBoolean() ? " (commit beyond end)" : ""),
                Partitions.word(row),
                text(row, "lagSeconds")));
        readers.forEach(reader -> cells.add(reader.apply(row)));
        table.row(cells.toArray());
    }

    private static String text(JsonNode row, String key) {
        return row.path(key).asText(UNKNOWN);
    }
}
