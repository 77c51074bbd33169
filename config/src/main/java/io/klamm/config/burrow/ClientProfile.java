package io.klamm.config.burrow;

import io.klamm.config.Section;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * One section of {@code client-profile}: how a client talks to brokers.
 *
 * @param kafkaVersion as the file has it; a client that asks the broker needs none
 * @param tls the name of a {@code tls} section; none for a plain wire
 * @param sasl the name of a {@code sasl} section; none for no login
 * @param dialTimeout empty when the file does not say
 * @param readTimeout empty when the file does not say
 */
public record ClientProfile(
        String name,
        String clientId,
        String kafkaVersion,
        Optional<String> tls,
        Optional<String> sasl,
        Optional<Duration> dialTimeout,
        Optional<Duration> readTimeout) {

    public static final String CLIENT_ID = "burrow-lagchecker";
    public static final String KAFKA_VERSION = "2.8.0";

    /** The profile of a cluster or consumer that names none. */
    public static final ClientProfile DEFAULT = new ClientProfile(
            "", CLIENT_ID, KAFKA_VERSION, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    static ClientProfile bind(String name, Section section, Set<String> tls, Set<String> sasl) {
        if (section.optionalString("iam").isPresent()) {
            section.problem(
                    "iam",
                    "AWS IAM logins are not supported, they need Amazon's MSK library (expected: no iam; MSK also takes sasl with SCRAM-SHA-512, or tls with a certificate)");
        }
        return new ClientProfile(
                name,
                section.string("client-id", CLIENT_ID),
                section.string("kafka-version", KAFKA_VERSION),
                Values.reference(section, "tls", "tls", tls),
                Values.reference(section, "sasl", "sasl", sasl),
                section.optional("dial-timeout", Values.SECONDS),
                section.optional("read-timeout", Values.SECONDS));
    }
}
