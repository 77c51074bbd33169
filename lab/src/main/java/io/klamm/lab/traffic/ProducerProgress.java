package io.klamm.lab.traffic;

import java.util.Optional;

/**
 * How far a {@link RateProducer} has come.
 *
 * @param sent handed to the client
 * @param acknowledged confirmed by the brokers
 * @param errors given up by the client after its own retries
 * @param rate messages a second sent since the last report; in the last report: over the whole time
 * @param p50Millis from sending to acknowledgement, half are quicker; over the same time as {@code rate}
 * @param p99Millis the same for 99 of 100
 * @param lastError the newest error in Kafka's words
 * @param done whether this is the last report
 */
public record ProducerProgress(
        long sent,
        long acknowledged,
        long errors,
        double rate,
        double p50Millis,
        double p99Millis,
        Optional<String> lastError,
        boolean done) {}
