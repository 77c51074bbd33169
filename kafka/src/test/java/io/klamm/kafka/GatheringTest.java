package io.klamm.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.klamm.model.CollectionProblem;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.internals.KafkaFutureImpl;
import org.junit.jupiter.api.Test;

class GatheringTest {

    private final AtomicLong nanos = new AtomicLong();
    private final Gathering gathering =
            new Gathering(new Deadline(nanos::get, Duration.ofSeconds(1)), text -> text.replace("canary", "***"), true);

    private static <T> KafkaFuture<T> failed(Throwable error) {
        KafkaFutureImpl<T> future = new KafkaFutureImpl<>();
        future.completeExceptionally(error);
        return future;
    }

    private CollectionProblem only() {
        assertThat(gathering.problems()).hasSize(1);
        return gathering.problems().get(0);
    }

    @Test
    void one_answered_notesNothing() {
        assertThat(gathering.one("topics", "", KafkaFuture.completedFuture(5))).contains(5);
        assertThat(gathering.problems()).isEmpty();
    }

    @Test
    void one_failed_isAProblemAndNoException() {
        assertThat(gathering.one("topics", "t", 2, failed(new TimeoutException("late"))))
                .isEmpty();
        assertThat(only().message()).isEqualTo("no answer in time: t (broker 2)");
    }

    @Test
    void insist_unanswered_asksOnceMore_deniedDoesNot() {
        KafkaFuture<Integer> late = failed(new TimeoutException("late"));
        KafkaFuture<Integer> denied = failed(new ClusterAuthorizationException("no"));

        assertThat(gathering.insist(late, () -> KafkaFuture.completedFuture(5)).value())
                .isEqualTo(5);
        assertThat(gathering
                        .insist(denied, () -> KafkaFuture.completedFuture(5))
                        .value())
                .isNull();
    }

    @Test
    void one_answeredWithNothing_isEmptyAndNoProblem() {
        KafkaFutureImpl<Integer> nothing = new KafkaFutureImpl<>();
        nothing.complete(null);

        assertThat(gathering.one("brokers", "", nothing)).isEmpty();
        assertThat(gathering.problems()).isEmpty();
    }

    @Test
    void one_neverAnswered_endsAtTheDeadline() {
        nanos.set(Duration.ofSeconds(2).toNanos());

        assertThat(gathering.one("topics", "t", new KafkaFutureImpl<Integer>())).isEmpty();
        assertThat(only().kind()).isEqualTo("TimeoutException");
    }

    @Test
    void note_manyOfAKind_namesThreeAndCountsAll() {
        for (int n = 0; n < 7; n++) {
            gathering.note("end offsets", "t-" + n, n % 2 + 1, new TimeoutException("Call(callName=x) timed out"));
        }

        assertThat(only())
                .isEqualTo(new CollectionProblem(
                        "end offsets",
                        "TimeoutException",
                        "no answer in time: t-0, t-1, t-2 and 4 more (brokers 1, 2)",
                        null,
                        7));
    }

    @Test
    void note_denied_namesTheRight() {
        gathering.note("log dirs", "broker 1", Gathering.NO_BROKER, new ClusterAuthorizationException("no"));
        assertThat(only().missingRight()).isEqualTo("Describe on Cluster kafka-cluster");
        assertThat(only().message()).isEqualTo("not allowed: broker 1");
    }

    @Test
    void note_oneGroupOrTopicDenied_namesIt_severalAreAll() {
        gathering.note("groups", "g", 1, GroupAuthorizationException.forGroupId("g"));
        assertThat(only().missingRight()).isEqualTo("Describe on Group g");
        gathering.note("groups", "h", 1, GroupAuthorizationException.forGroupId("h"));
        assertThat(only().missingRight()).isEqualTo("Describe on Group *");
        assertThat(Advice.missingRight(new TopicAuthorizationException(Set.of("t")), false))
                .isEqualTo("Describe on Topic t");
    }

    @Test
    void note_deniedAnotherRight_namesThatOne() {
        gathering.note("retention", "t", new TopicAuthorizationException(Set.of("t")), "DescribeConfigs");
        assertThat(only().missingRight()).isEqualTo("DescribeConfigs on Topic t");
        gathering.note("retention", "u", new TopicAuthorizationException(Set.of("u")), "DescribeConfigs");
        assertThat(only().missingRight()).isEqualTo("DescribeConfigs on Topic *");
    }

    @Test
    void note_secretInKafkasText_isTakenOut() {
        gathering.note("topics", "", Gathering.NO_BROKER, new IllegalStateException("bad password canary"));

        assertThat(only().message()).isEqualTo("bad password ***");
    }

    @Test
    void note_veryLongText_isCut() {
        gathering.note("topics", "", Gathering.NO_BROKER, new IllegalStateException("x".repeat(10_000)));

        assertThat(only().message()).hasSizeLessThan(600).endsWith("...");
    }

    @Test
    void answer_interrupted_endsTheReading() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> gathering.answer(new KafkaFutureImpl<Integer>()))
                .isInstanceOf(ReadFailedException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void brokerIn_kafkasTextOfANode_isFound() {
        assertThat(GroupPhase.brokerIn(new TimeoutException(
                        "Error listing groups on 127.0.0.1:9094 (id: 3 rack: null isFenced: false): timed out")))
                .isEqualTo(3);
        assertThat(GroupPhase.brokerIn(new TimeoutException("nothing"))).isEqualTo(Gathering.NO_BROKER);
    }
}
