package io.klamm.web;

import com.fasterxml.jackson.core.JsonGenerator;
import io.klamm.model.LogDir;
import io.klamm.model.Quorum;
import io.klamm.web.http.Json;
import io.klamm.web.tables.BrokerRow;
import java.io.IOException;
import java.time.Instant;

/** Brokers, their disks and the quorum as JSON. */
final class BrokerJson {

    private BrokerJson() {}

    static void broker(JsonGenerator json, BrokerRow row) throws IOException {
        json.writeStartObject();
        json.writeNumberField("id", row.broker().id());
        json.writeStringField("host", row.broker().host());
        json.writeNumberField("port", row.broker().port());
        Json.text(json, "rack", row.broker().rack());
        json.writeBooleanField("controller", row.controller());
        json.writeBooleanField("fenced", row.broker().fenced());
        json.writeNumberField("leaders", row.leaders());
        json.writeNumberField("replicas", row.replicas());
        json.writeNumberField("outOfSyncReplicas", row.outOfSync());
        Json.number(json, "sizeBytes", row.sizeBytes());
        Json.array(json, "logDirs", row.logDirs(), BrokerJson::logDir);
        json.writeEndObject();
    }

    private static void logDir(JsonGenerator json, LogDir dir) throws IOException {
        json.writeStartObject();
        json.writeStringField("path", dir.path());
        json.writeNumberField(
                "sizeBytes",
                dir.replicas().stream().mapToLong(LogDir.Replica::sizeBytes).sum());
        json.writeNumberField("replicas", dir.replicas().size());
        Json.number(json, "totalBytes", dir.totalBytes());
        Json.number(json, "usableBytes", dir.usableBytes());
        Json.text(json, "error", dir.error());
        json.writeEndObject();
    }

    static void quorum(JsonGenerator json, Quorum quorum) throws IOException {
        long end = leaderEnd(quorum);
        json.writeStartObject();
        json.writeNumberField("leaderId", quorum.leaderId());
        json.writeNumberField("leaderEpoch", quorum.leaderEpoch());
        json.writeNumberField("highWatermark", quorum.highWatermark());
        Json.array(json, "members", quorum.members(), (out, member) -> member(out, member, end));
        json.writeEndObject();
    }

    private static void member(JsonGenerator json, Quorum.Member member, long leaderEnd) throws IOException {
        json.writeStartObject();
        json.writeNumberField("nodeId", member.nodeId());
        json.writeBooleanField("voter", member.voter());
        json.writeNumberField("logEndOffset", member.logEndOffset());
        json.writeNumberField("lag", Math.max(0, leaderEnd - member.logEndOffset()));
        long caughtUp = member.lastCaughtUpEpochMillis().orElse(-1);
        Json.time(json, "lastCaughtUpAt", caughtUp < 0 ? null : Instant.ofEpochMilli(caughtUp));
        json.writeEndObject();
    }

    private static long leaderEnd(Quorum quorum) {
        return quorum.members().stream()
                .filter(member -> member.nodeId() == quorum.leaderId())
                .mapToLong(Quorum.Member::logEndOffset)
                .findFirst()
                .orElse(quorum.highWatermark());
    }
}
