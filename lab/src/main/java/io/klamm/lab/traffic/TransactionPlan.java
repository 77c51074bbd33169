package io.klamm.lab.traffic;

import io.klamm.lab.LabException;
import java.time.Duration;

/**
 * What a {@link TransactionProducer} is to send.
 *
 * @param messages what they are like and how many in all; acknowledged by all replicas, at no rate of their own
 * @param records messages of one transaction, at least 1; the last one may have fewer
 * @param every from the beginning of one transaction to that of the next; zero: one after the other
 * @param abortEach each so manieth transaction is aborted instead of committed; 0: none
 */
public record TransactionPlan(ProducerPlan messages, int records, Duration every, int abortEach) {

    /** Where the rate is without limit. */
    private static final int MANY = 1_000;

    private static final int MOST = 1_000_000;
    private static final double NANOS = 1e9;

    public TransactionPlan {
        require(
                messages.acks().equals("all") || messages.acks().equals("-1"),
                "acks",
                messages.acks(),
                "all, as every transaction needs");
        require(records >= 1 && records <= MOST, "records of a transaction", records, "1 to " + MOST);
        require(!every.isNegative(), "time between transactions", every, "zero or more");
        require(abortEach >= 0, "aborted transactions", abortEach, "each so manieth, or 0 for none");
    }

    /** So many messages of 100 bytes in each transaction, endlessly. */
    public static TransactionPlan of(String topic, int records, Duration every) {
        return new TransactionPlan(ProducerPlan.of(topic, 0), records, every, 0);
    }

    /** The plan's rate, by one transaction a second, or fewer where the rate is less than one message a second. */
    public static TransactionPlan of(ProducerPlan plan) {
        if (plan.rate() == 0) {
            return new TransactionPlan(plan, MANY, Duration.ZERO, 0);
        }
        int records = (int) Math.max(1, Math.min(MOST, Math.round(plan.rate())));
        return new TransactionPlan(plan, records, Duration.ofNanos((long) (records / plan.rate() * NANOS)), 0);
    }

    public TransactionPlan withTransactions(long number) {
        return new TransactionPlan(messages.withMessages(number * records), records, every, abortEach);
    }

    public TransactionPlan withAbortEach(int number) {
        return new TransactionPlan(messages, records, every, number);
    }

    /** Whether the transaction of that number, from 1, is aborted. */
    boolean aborts(long number) {
        return abortEach > 0 && number % abortEach == 0;
    }

    private static void require(boolean holds, String what, Object value, String expected) {
        if (!holds) {
            throw new LabException(what + ": " + value + " (expected: " + expected + ")");
        }
    }
}
