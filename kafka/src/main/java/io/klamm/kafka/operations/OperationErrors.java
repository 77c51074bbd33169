package io.klamm.kafka.operations;

import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.apache.kafka.common.errors.UnknownMemberIdException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** What Kafka's refusals mean to the person who asked. */
final class OperationErrors {

    private OperationErrors() {}

    /** @param what the group or topic that was asked for */
    static OperationException of(String what, Throwable error) {
        if (error instanceof GroupNotEmptyException || error instanceof UnknownMemberIdException) {
            return new OperationException(what + ": has members (expected: none; stop its consumers first)", error);
        }
        if (error instanceof GroupIdNotFoundException) {
            return new OperationException(what + ": no such group (expected: one of klamm groups list)", error);
        }
        if (error instanceof UnknownTopicOrPartitionException) {
            return new OperationException(what + ": no such topic (expected: one of klamm topic list)", error);
        }
        if (error instanceof AuthorizationException) {
            return new OperationException(
                    what
                            + ": not allowed (expected: the right to Read, for a deletion to Delete, the group, and to Describe its topics)",
                    error);
        }
        if (error instanceof AuthenticationException) {
            return new OperationException("login refused: " + error.getMessage(), error);
        }
        if (error instanceof TimeoutException || error instanceof org.apache.kafka.common.errors.TimeoutException) {
            return new OperationException(what + ": no broker answers (look at --bootstrap-servers)", error);
        }
        return new OperationException(
                what + ": " + error.getClass().getSimpleName() + ": " + error.getMessage(), error);
    }

    static Throwable deepest(Throwable error) {
        Throwable deepest = error;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return deepest;
    }
}
