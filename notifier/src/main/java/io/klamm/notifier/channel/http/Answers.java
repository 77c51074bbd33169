package io.klamm.notifier.channel.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.klamm.notifier.message.Delivery;

/** Looks into answers of services that say in their bodies what their statuses do not. */
public final class Answers {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Answers() {}

    /** The body, or a node that has nothing where it is no JSON. */
    public static JsonNode json(Reply.Answer answer) {
        try {
            JsonNode node = JSON.readTree(answer.body());
            return node == null ? MissingNode.getInstance() : node;
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    /** The same outcome; but where it is to be tried again and nobody said when, after so many seconds as the body says. */
    public static Delivery waiting(Delivery delivery, JsonNode seconds) {
        boolean unsaid = delivery instanceof Delivery.Retry retry && retry.after() == null;
        return unsaid && seconds.isNumber()
                ? new Delivery.Retry(((Delivery.Retry) delivery).reason(), RetryAfter.seconds(seconds.asDouble()))
                : delivery;
    }
}
