package io.klamm.web.alerts;

import com.fasterxml.jackson.core.JsonGenerator;
import io.klamm.model.alert.DeadLetter;
import io.klamm.model.alert.ReceiverStatus;
import io.klamm.web.http.Json;
import java.io.IOException;

/** Writes who is told, and what could not be told. */
final class ReceiverJson {

    private ReceiverJson() {}

    static void receiver(JsonGenerator json, ReceiverStatus receiver) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", receiver.name());
        Json.array(json, "channels", receiver.channels(), ReceiverJson::channel);
        json.writeEndObject();
    }

    private static void channel(JsonGenerator json, ReceiverStatus.Channel channel) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", channel.kind());
        json.writeBooleanField("sendResolved", channel.sendResolved());
        json.writeNumberField("delivered", channel.delivered());
        json.writeNumberField("failedAttempts", channel.failedAttempts());
        json.writeNumberField("waiting", channel.waiting());
        json.writeNumberField("deadLetters", channel.deadLetters());
        Json.time(json, "lastAttempt", channel.lastAttempt());
        Json.time(json, "lastDelivered", channel.lastDelivered());
        Json.time(json, "nextAttempt", channel.nextAttempt());
        Json.text(json, "lastError", channel.lastError());
        json.writeEndObject();
    }

    static void deadLetter(JsonGenerator json, DeadLetter letter) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", letter.id());
        json.writeStringField("receiver", letter.receiver());
        json.writeStringField("kind", letter.kind());
        AlertJson.labels(json, "groupLabels", letter.groupLabels());
        AlertJson.texts(json, "alerts", letter.alerts());
        Json.time(json, "at", letter.at());
        json.writeStringField("reason", letter.reason());
        json.writeEndObject();
    }
}
