package io.klamm.notifier.channel.http;

import io.klamm.notifier.message.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says what an answer means for a message, by its status: taken, again later, or never. */
public final class Judge {

    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_EARLY = 425;
    private static final int TOO_MANY = 429;

    private Judge() {}

    /** Nothing of the body is looked at. */
    public static Delivery byStatus(Reply.Answer answer, Instant now) {
        if (successful(answer)) {
            return new Delivery.Accepted(Map.of());
        }
        return later(answer.status()) ? retry(answer, now) : new Delivery.Refused(answer.text());
    }

    /** Whether the status is one of success. */
    public static boolean successful(Reply.Answer answer) {
        return answer.status() / 100 == 2;
    }

    /** Again later, with what the header {@code Retry-After} says. */
    public static Delivery retry(Reply.Answer answer, Instant now) {
        @Nullable
        Duration after = RetryAfter.parse(answer.header("Retry-After"), now).orElse(null);
        return new Delivery.Retry(answer.text(), after);
    }

    private static boolean later(int status) {
        return status == REQUEST_TIMEOUT || status == TOO_EARLY || status == TOO_MANY || status / 100 == 5;
    }
}
