package io.klamm.kafka.offsets;

import io.klamm.kafka.ClusterClients;
import io.klamm.kafka.ReadFailedException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
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
        ReadFailedException failure = clients.failure(cause);
        return new OffsetsState.Failed(failure.kind(), String.valueOf(failure.getMessage()));
    }

    /** Futures wrap what they fail with. */
    private static Throwable cause(Throwable error) {
        Throwable cause = error;
        while ((cause instanceof CompletionException || cause instanceof ExecutionException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
