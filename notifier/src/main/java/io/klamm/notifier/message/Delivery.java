package io.klamm.notifier.message;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What came of an attempt to deliver a message. */
public sealed interface Delivery {

    /**
     * The other side has it.
     *
     * @param receipt what is needed to go on with the same incident, such as Slack's channel and time stamp; may be empty
     */
    record Accepted(Map<String, String> receipt) implements Delivery {

        public Accepted {
            receipt = Map.copyOf(receipt);
        }
    }

    /**
     * Not now: the connection failed, the other side is busy or broken.
     *
     * @param reason for people, without secrets
     * @param after how long the other side wants to be left alone ({@code Retry-After}), null where it does not say
     */
    record Retry(String reason, @Nullable Duration after) implements Delivery {}

    /**
     * Never: the other side will not take this message as it is, whenever it is tried.
     *
     * @param reason for people, without secrets
     */
    record Refused(String reason) implements Delivery {}
}
