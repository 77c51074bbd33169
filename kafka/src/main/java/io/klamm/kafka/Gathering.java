package io.klamm.kafka;

import io.klamm.model.CollectionProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.apache.kafka.common.KafkaFuture;
import org.jspecify.annotations.Nullable;

/**
 * Waits for the answers of one cycle and notes what did not come: a failed answer is a problem, never an exception.
 *
 * <p>Problems of the same fact and kind become one, which names the first few things and all brokers concerned. Used by the cycle's thread alone.
 */
final class Gathering {

    /** The id of a broker that is not known. */
    static final int NO_BROKER = -1;

    private static final int NAMED = 3;
    private static final int LONGEST_REASON = 500;

    private final Deadline deadline;
    private final UnaryOperator<String> scrub;
    private final boolean insists;
    private final Map<String, Missing> missing = new TreeMap<>();

    /**
     * @param scrub takes secrets out of a text
     * @param insists whether it is of use to ask the same client again
     */
    Gathering(Deadline deadline, UnaryOperator<String> scrub, boolean insists) {
        this.insists = insists;
        this.deadline = deadline;
        this.scrub = scrub;
    }

    /** What is missing of one fact for one kind of reason. */
    private static final class Missing {

        private final String fact;
        private final Throwable first;
        private final String right;
        private final List<String> named = new ArrayList<>();
        private final TreeSet<Integer> brokers = new TreeSet<>();
        private int count;

        Missing(String fact, Throwable first, String right) {
            this.fact = fact;
            this.first = first;
            this.right = right;
        }

        void add(String about, int broker) {
            if (!about.isEmpty() && named.size() < NAMED) {
                named.add(about);
            }
            if (broker != NO_BROKER) {
                brokers.add(broker);
            }
            count++;
        }

        String names() {
            if (named.isEmpty()) {
                return "";
            }
            String more = count > named.size() ? " and " + (count - named.size()) + " more" : "";
            return ": " + String.join(", ", named) + more;
        }

        String from() {
            if (brokers.isEmpty()) {
                return "";
            }
            List<String> ids = brokers.stream().map(String::valueOf).toList();
            return (ids.size() == 1 ? " (broker " : " (brokers ") + String.join(", ", ids) + ")";
        }
    }

    /** An answer: its value, or the error that came instead. */
    record Answer<V>(@Nullable V value, @Nullable Throwable error) {}

    /** The answer or its error; notes nothing. */
    <V> Answer<V> answer(KafkaFuture<V> future) {
        try {
            return new Answer<>(future.get(deadline.leftMillis(), TimeUnit.MILLISECONDS), null);
        } catch (ExecutionException e) {
            return new Answer<>(null, e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            return new Answer<>(null, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ReadFailedException("InterruptedException", "the reading was interrupted");
        }
    }

    /**
     * The answer; when nobody gives one, that to the same question put again: the client has dropped the broker that hangs, and asks another. Not so a new client, which
     * waits for the first address that it chose.
     */
    <V> Answer<V> insist(KafkaFuture<V> first, Supplier<KafkaFuture<V>> again) {
        Answer<V> answer = answer(first);
        return answer.error() != null && Advice.unanswered(answer.error()) && insists ? answer(again.get()) : answer;
    }

    /** The answer, or empty when it did not come or is nothing; {@code about} is what it concerns, empty for the cluster. */
    <V> Optional<V> one(String fact, String about, KafkaFuture<V> future) {
        return one(fact, about, NO_BROKER, future);
    }

    /** The same for what one broker was asked. */
    <V> Optional<V> one(String fact, String about, int broker, KafkaFuture<V> future) {
        Answer<V> answer = answer(future);
        if (answer.error() != null) {
            note(fact, about, broker, answer.error());
        }
        return Optional.ofNullable(answer.value());
    }

    void note(String fact, String about, int broker, Throwable error) {
        missing(fact, error, Advice.DESCRIBE).add(about, broker);
    }

    /** The same for what needs another right than most. */
    void note(String fact, String about, Throwable error, String right) {
        missing(fact, error, right).add(about, NO_BROKER);
    }

    private Missing missing(String fact, Throwable error, String right) {
        String kind = fact + '/' + error.getClass().getSimpleName();
        return missing.computeIfAbsent(kind, key -> new Missing(fact, error, right));
    }

    List<CollectionProblem> problems() {
        return missing.values().stream().map(this::problem).toList();
    }

    private CollectionProblem problem(Missing missing) {
        String reason = scrub.apply(Advice.reason(missing.first));
        if (reason.length() > LONGEST_REASON) {
            reason = reason.substring(0, LONGEST_REASON) + "...";
        }
        return new CollectionProblem(
                missing.fact,
                missing.first.getClass().getSimpleName(),
                reason + missing.names() + missing.from(),
                Advice.missingRight(missing.right, missing.first, missing.count > 1),
                missing.count);
    }
}
