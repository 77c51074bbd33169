package io.klamm.web;

import com.fasterxml.jackson.core.JsonGenerator;
import io.klamm.model.Partition;
import io.klamm.web.http.Json;
import io.klamm.web.tables.GroupOnTopic;
import io.klamm.web.tables.PartitionRow;
import io.klamm.web.tables.TopicRow;
import java.io.IOException;

/** Topics and partitions as JSON. */
final class TopicJson {

    private TopicJson() {}

    static void topic(JsonGenerator json, TopicRow row) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", row.topic().name());
        json.writeStringField("topicId", row.topic().topicId());
        json.writeBooleanField("internal", row.topic().internal());
        json.writeNumberField("partitions", row.topic().partitions().size());
        json.writeNumberField("replicationFactor", row.topic().replicationFactor());
        json.writeNumberField("underReplicatedPartitions", row.underReplicated());
        json.writeNumberField("offlinePartitions", row.offline());
        Json.number(json, "messages", row.messages());
        Json.number(json, "sizeBytes", row.sizeBytes());
        json.writeNumberField("groups", row.groups());
        json.writeEndObject();
    }

    static void partition(JsonGenerator json, PartitionRow row) throws IOException {
        Partition partition = row.partition();
        json.writeStartObject();
        json.writeStringField("topic", row.topic().name());
        json.writeNumberField("partition", partition.id());
        if (!partition.offline()) {
            json.writeNumberField("leader", partition.leader());
        }
        Json.numbers(json, "replicas", partition.replicas());
        Json.numbers(json, "isr", partition.isr());
        Json.numbers(json, "eligibleLeaders", partition.eligibleLeaders());
        Json.numbers(json, "offlineReplicas", partition.offlineReplicas());
        json.writeBooleanField("underReplicated", partition.underReplicated());
        json.writeBooleanField("leaderIsPreferred", partition.leaderIsPreferred());
        offset(json, "earliestOffset", partition.earliestOffset());
        offset(json, "latestOffset", partition.latestOffset());
        Json.number(json, "sizeBytes", row.sizeBytes());
        json.writeEndObject();
    }

    private static void offset(JsonGenerator json, String field, long offset) throws IOException {
        if (offset != Partition.UNKNOWN_OFFSET) {
            json.writeNumberField(field, offset);
        }
    }

    static void group(JsonGenerator json, GroupOnTopic row) throws IOException {
        json.writeStartObject();
        json.writeStringField("group", row.group().group().id());
        json.writeStringField("type", row.group().group().type().label());
        json.writeStringField("state", row.group().group().state());
        Json.number(json, "lag", row.lag());
        json.writeEndObject();
    }
}
