package io.klamm.notifier.channel.http;

import io.klamm.config.Secret;
import io.klamm.notifier.message.Delivery;
import io.klamm.notifier.message.Message;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** A service that is told by one request: how a message becomes that request, and what its answers mean. Does no I/O but to read files of secrets. */
public interface Service {

    /** The request for a message; an {@link IOException} where a file of a secret cannot be read. */
    Outbound request(Message message) throws IOException;

    /** What of a request must not be seen; the same exception. */
    List<Secret> secrets() throws IOException;

    /** What an answer means for the message. */
    default Delivery judge(Reply.Answer answer, Instant now) {
        return Judge.byStatus(answer, now);
    }
}
