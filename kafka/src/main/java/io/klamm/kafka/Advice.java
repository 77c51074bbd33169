package io.klamm.kafka;

import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicIdException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/** What an error of Kafka means to the person who must mend it, and to the cycle that met it. */
final class Advice {

    /** The right that nearly everything needs. */
    static final String DESCRIBE = "Describe";

    private Advice() {}

    /** What happened, in words. */
    static String reason(Throwable error) {
        if (error instanceof AuthorizationException) {
            return "not allowed";
        }
        if (timedOut(error)) {
            return "no answer in time";
        }
        String message = error.getMessage();
        return message == null || message.isBlank() ? error.getClass().getSimpleName() : message;
    }

    /** The ACL that would have let us in, for what was asked or for all of its kind; null when it is not about rights. */
    static @Nullable String missingRight(Throwable error, boolean several) {
        return missingRight(DESCRIBE, error, several);
    }

    /** The same for what asks for another right, such as {@code DescribeConfigs}. */
    static @Nullable String missingRight(String right, Throwable error, boolean several) {
        if (error instanceof ClusterAuthorizationException) {
            return right + " on Cluster kafka-cluster";
        }
        if (error instanceof GroupAuthorizationException denied) {
            return right + " on Group " + (several || denied.groupId() == null ? "*" : denied.groupId());
        }
        if (error instanceof TopicAuthorizationException denied) {
            boolean one = !several && denied.unauthorizedTopics().size() == 1;
            return right + " on Topic "
                    + (one ? denied.unauthorizedTopics().iterator().next() : "*");
        }
        return null;
    }

    /** Whether nobody answered, as against an answer that says no: then what was known before is still the best there is. */
    static boolean unanswered(Throwable error) {
        return timedOut(error) || error instanceof RetriableException;
    }

    /** Whether what was asked for has been deleted in the meantime, which is nobody's fault. */
    static boolean gone(Throwable error) {
        return error instanceof UnknownTopicOrPartitionException
                || error instanceof UnknownTopicIdException
                || error instanceof GroupIdNotFoundException;
    }

    /** Whether an answer came that the client could not read, which spoils all that was asked in the same request. */
    static boolean undecodable(Throwable error) {
        return !(error instanceof ApiException) && !timedOut(error);
    }

    private static boolean timedOut(Throwable error) {
        return error instanceof TimeoutException || error instanceof org.apache.kafka.common.errors.TimeoutException;
    }

    /** Why a cluster could not be read at all, and what to look at. */
    static String unreadable(String bootstrapServers, Throwable error) {
        String what = "no broker answers at " + bootstrapServers;
        if (error instanceof SslAuthenticationException) {
            return "TLS fails at " + bootstrapServers + ": " + reason(error)
                    + " (look at: ssl.truststore.*, ssl.keystore.*, and whether the port speaks TLS)";
        }
        if (error instanceof AuthenticationException) {
            return "login refused at " + bootstrapServers + ": " + reason(error)
                    + " (look at: sasl.mechanism, sasl.jaas.config)";
        }
        String right = missingRight(error, false);
        if (right != null) {
            return "not allowed at " + bootstrapServers + " (missing right: " + right + ")";
        }
        if (timedOut(error)) {
            return what
                    + " (look at: are the brokers up, is the address right, does security.protocol match the listener?)";
        }
        return what + ": " + error.getClass().getSimpleName() + ": " + reason(error);
    }
}
