package io.klamm.lab.topic;

import io.klamm.lab.LabException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Waits for an answer and puts Kafka's errors into words that name the topic. */
final class KafkaAnswer {

    private static final long LIMIT_SECONDS = 30;

    private final String addresses;

    KafkaAnswer(String addresses) {
        this.addresses = addresses;
    }

    <T> T of(KafkaFuture<T> answer, String topic) {
        try {
            return answer.get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabException("brokers: interrupted while waiting for " + addresses, e);
        } catch (TimeoutException e) {
            throw noAnswer(e);
        } catch (ExecutionException e) {
            throw inWords(e.getCause() == null ? e : e.getCause(), topic);
        }
    }

    private LabException inWords(Throwable cause, String topic) {
        if (cause instanceof TopicExistsException) {
            return new LabException("topic: '" + topic + "' already exists", cause);
        }
        if (cause instanceof UnknownTopicOrPartitionException) {
            return new LabException("topic: '" + topic + "' does not exist (expected: one that was created)", cause);
        }
        if (cause instanceof org.apache.kafka.common.errors.TimeoutException) {
            return noAnswer(cause);
        }
        String subject = topic.isEmpty() ? "brokers" : "topic '" + topic + "'";
        return new LabException(subject + ": " + cause.getMessage(), cause);
    }

    private LabException noAnswer(Throwable cause) {
        return new LabException(
                "brokers: no answer from " + addresses
                        + " (expected: a running cluster and the right security settings)",
                cause);
    }
}
