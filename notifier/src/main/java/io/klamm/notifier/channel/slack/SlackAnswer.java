package io.klamm.notifier.channel.slack;

import com.fasterxml.jackson.databind.JsonNode;
import io.klamm.notifier.channel.http.Answers;
import io.klamm.notifier.channel.http.Judge;
import io.klamm.notifier.channel.http.Reply;
import io.klamm.notifier.message.Delivery;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * What Slack answered.
 *
 * @param delivery what it means for the message
 * @param error Slack's word for what is wrong; empty where nothing is
 * @param channel the id of the channel that was written to; may be empty
 * @param ts the message's time stamp, by which it is edited; may be empty
 */
record SlackAnswer(Delivery delivery, String error, String channel, String ts) {

    /** Errors that pass by themselves; all others are mistakes of ours or of the workspace. */
    private static final Set<String> LATER = Set.of(
            "ratelimited",
            "rate_limited",
            "message_limit_exceeded",
            "internal_error",
            "fatal_error",
            "service_unavailable",
            "request_timeout",
            "team_added_to_org");

    /** Reads an answer of the Web API, or of a webhook, which says {@code ok} and no more. */
    static SlackAnswer of(Reply.Answer answer, Instant now) {
        JsonNode json = Answers.json(answer);
        boolean failed = json.has("ok") && !json.path("ok").asBoolean();
        String error = failed ? json.path("error").asText("unknown") : "";
        return new SlackAnswer(
                failed && Judge.successful(answer) ? byError(answer, error, now) : Judge.byStatus(answer, now),
                error,
                json.path("channel").asText(""),
                json.path("ts").asText(""));
    }

    private static Delivery byError(Reply.Answer answer, String error, Instant now) {
        return LATER.contains(error)
                ? Judge.retry(answer, now)
                : new Delivery.Refused(answer.host() + " answered: " + error);
    }

    static SlackAnswer failed(Delivery delivery) {
        return new SlackAnswer(delivery, "", "", "");
    }

    boolean taken() {
        return delivery instanceof Delivery.Accepted;
    }

    /** What is needed to edit the message later. */
    Map<String, String> receipt() {
        return channel.isEmpty() || ts.isEmpty() ? Map.of() : Map.of("channel", channel, "ts", ts);
    }
}
