package io.klamm.cmd.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.klamm.model.verdict.Language;

/** The answer of {@code GET /groups/{group}} as people read it, with the columns of Kafka's own tool. */
public final class GroupText {

    private static final String UNKNOWN = "-";

    /** Reasons that are told; of more, their number is. */
    private static final int REASONS = 10;

    private GroupText() {}

    /**
     * The whole report, each line ended by a line feed.
     *
     * @param detail in the form of the API's {@code GroupDetail}; what is not known is absent
     */
    public static String describe(JsonNode detail, Language language) {
        return head(detail) + verdict(detail, language) + "\n"
                + PartitionTable.ofMembers().of(detail.path("partitions"));
    }

    private static String head(JsonNode detail) {
        JsonNode group = detail.path("group");
        return "Group " + text(group, "group") + ": type " + text(group, "type") + ", state " + text(group, "state")
                + ", " + text(group, "members") + " member(s), coordinator " + text(group, "coordinator")
                + ", total lag " + text(group, "totalLag")
                + (detail.path("offsetsReadable").asBoolean() ? "" : " (its commits cannot be read)") + "\n";
    }

    private static String verdict(JsonNode detail, Language language) {
        JsonNode group = detail.path("group");
        if (!group.has("verdict")) {
            return "";
        }
        StringBuilder text = new StringBuilder("Verdict: " + Partitions.word(group)
                + (group.path("muted").asBoolean() ? ", muted" : "") + ", commits from "
                + text(group, "source") + seconds(", lag ", group.path("maxLagSeconds"), language)
                + seconds(", records are lost unread in ", group.path("secondsUntilLoss"), language) + "\n");
        long left = 0;
        int told = 0;
        for (JsonNode partition : Partitions.troubled(detail)) {
            if (told < REASONS) {
                text.append("  ")
                        .append(Partitions.name(partition))
                        .append(' ')
                        .append(Partitions.word(partition))
                        .append(": ")
                        .append(Partitions.reason(partition, language))
                        .append('\n');
                told++;
            } else {
                left++;
            }
        }
        return left == 0 ? text.toString() : text + "  and " + left + " more; klamm groups explain tells all\n";
    }

    private static String seconds(String before, JsonNode seconds, Language language) {
        return seconds.isMissingNode() ? "" : before + Durations.of(seconds.asDouble(), language);
    }

    private static String text(JsonNode row, String key) {
        return row.path(key).asText(UNKNOWN);
    }
}
