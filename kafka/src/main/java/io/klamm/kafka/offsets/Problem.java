package io.klamm.kafka.offsets;

import io.klamm.kafka.ClusterClients;
import io.klamm.kafka.ReadFailedException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** What an error says of the offsets topic. */
final class Problem {

    private Problem() {}

    static OffsetsState of(Throwable error, String topic, ClusterClients clients) {
        Throwable cause = cause(error);
        if (cause instanceof UnknownTopicOrPartitionException) {
            return new OffsetsState.Absent(topic);
        }
        if (cause instanceof TopicAuthorizationException) {
            return new OffsetsState.Denied("Read on Topic " + topic);
        }
        if (unexpected(error)) {
            // Its text may hold anything, so only its kind is passed on, and where it comes from is logged.
            String kind = cause.getClass().getSimpleName();
            return new OffsetsState.Failed(
                    kind, "unexpected: " + cause.getClass().getName() + " (see the log)");
        }
        ReadFailedException failure = clients.failure(cause);
        return new OffsetsState.Failed(failure.kind(), String.valueOf(failure.getMessage()));
    }

    /** Whether it is none of Kafka's errors, but a mistake of ours or of the sink. */
    static boolean unexpected(Throwable error) {
        Throwable cause = cause(error);
        return !(cause instanceof KafkaException
                || cause instanceof ReadFailedException
                || cause instanceof TimeoutException);
    }

    /** Futures wrap what they fail with. */
    static Throwable cause(Throwable error) {
        Throwable cause = error;
        while ((cause instanceof CompletionException || cause instanceof ExecutionException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
