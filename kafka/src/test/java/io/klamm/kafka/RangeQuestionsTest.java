package io.klamm.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.model.OffsetRange;
import io.klamm.model.TopicPartition;
import java.util.List;
import org.junit.jupiter.api.Test;

class RangeQuestionsTest {

    private final RangeQuestions questions = new RangeQuestions(3);

    private static OffsetRange range(long from) {
        return new OffsetRange(new TopicPartition("t", 0), from, 100);
    }

    @Test
    void add_tooMany_newestWin_andDropsAreCounted() throws InterruptedException {
        questions.add(List.of(range(1), range(2), range(3), range(4), range(5)));

        assertThat(List.of(questions.waiting(), (int) questions.dropped())).containsExactly(3, 2);
        assertThat(questions.take()).contains(range(3));
        assertThat(questions.take()).contains(range(4));
        assertThat(questions.take()).contains(range(5));
    }

    @Test
    void add_whatWaitsAlready_isAskedOnce() throws InterruptedException {
        questions.add(List.of(range(1), range(2)));
        questions.add(List.of(range(2), range(1)));

        assertThat(List.of(questions.asked(), questions.dropped())).containsExactly(2L, 0L);
        assertThat(questions.take()).contains(range(1));
        questions.add(List.of(range(1)));
        assertThat(questions.waiting()).as("an answered one may be asked again").isEqualTo(2);
    }

    @Test
    void close_endsWaiting_andTakesNoMore() throws InterruptedException {
        questions.add(List.of(range(1)));
        questions.close();
        questions.add(List.of(range(2)));

        assertThat(questions.take()).isEmpty();
        assertThat(questions.waiting()).isZero();
    }
}
