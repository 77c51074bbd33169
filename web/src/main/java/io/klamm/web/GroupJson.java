package io.klamm.web;

import com.fasterxml.jackson.core.JsonGenerator;
import io.klamm.model.Group;
import io.klamm.model.GroupLag;
import io.klamm.model.GroupMember;
import io.klamm.model.PartitionLag;
import io.klamm.model.verdict.GroupVerdict;
import io.klamm.model.verdict.PartitionVerdict;
import io.klamm.web.http.Json;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/** Groups and their lag as JSON. */
final class GroupJson {

    private GroupJson() {}

    static void group(JsonGenerator json, GroupLag lag, Optional<GroupVerdict> verdict, Instant now)
            throws IOException {
        Group group = lag.group();
        json.writeStartObject();
        json.writeStringField("group", group.id());
        json.writeStringField("type", group.type().label());
        json.writeStringField("state", group.state());
        Json.text(json, "protocol", group.protocol().isEmpty() ? null : group.protocol());
        if (group.coordinator() >= 0) {
            json.writeNumberField("coordinator", group.coordinator());
        }
        json.writeNumberField("members", group.members().size());
        json.writeNumberField("topics", lag.topics());
        Json.number(json, "totalLag", lag.total());
        if (verdict.isPresent()) {
            VerdictJson.group(json, verdict.get());
        }
        Json.time(json, "readAt", group.readAt());
        Json.seconds(json, "ageSeconds", ClusterJson.age(group.readAt(), now));
        json.writeEndObject();
    }

    static void member(JsonGenerator json, GroupMember member) throws IOException {
        json.writeStartObject();
        json.writeStringField("memberId", member.memberId());
        Json.text(json, "instanceId", member.instanceId());
        json.writeStringField("clientId", member.clientId());
        json.writeStringField("host", member.host());
        json.writeNumberField("partitions", member.assignment().size());
        json.writeEndObject();
    }

    /** A partition in a list. */
    static void lag(JsonGenerator json, String group, PartitionLag lag, Optional<PartitionVerdict> verdict)
            throws IOException {
        json.writeStartObject();
        fields(json, group, lag);
        if (verdict.isPresent()) {
            VerdictJson.partition(json, verdict.get());
        }
        json.writeEndObject();
    }

    /** A partition of which all is told, its window only where that is asked for. */
    static void explained(
            JsonGenerator json, String group, PartitionLag lag, Optional<PartitionVerdict> verdict, boolean window)
            throws IOException {
        json.writeStartObject();
        fields(json, group, lag);
        if (verdict.isPresent()) {
            VerdictJson.explained(json, verdict.get(), window);
        }
        json.writeEndObject();
    }

    private static void fields(JsonGenerator json, String group, PartitionLag lag) throws IOException {
        json.writeStringField("group", group);
        json.writeStringField("topic", lag.partition().topic());
        json.writeNumberField("partition", lag.partition().partition());
        Json.number(json, "committedOffset", lag.committed());
        Json.number(json, "endOffset", lag.end());
        Json.number(json, "lag", lag.lag());
        json.writeBooleanField("commitBeyondEnd", lag.commitBeyondEnd());
        GroupMember owner = lag.owner();
        if (owner != null) {
            json.writeStringField("memberId", owner.memberId());
            json.writeStringField("clientId", owner.clientId());
            json.writeStringField("host", owner.host());
        }
    }
}
