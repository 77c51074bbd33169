package io.klamm.lab.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.klamm.lab.LabException;
import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TransactionPlanTest {

    @Test
    void of_rate_isOneTransactionASecond_orFewer() {
        assertThat(TransactionPlan.of(ProducerPlan.of("t", 250)))
                .isEqualTo(new TransactionPlan(ProducerPlan.of("t", 250), 250, Duration.ofSeconds(1), 0));
        assertThat(TransactionPlan.of(ProducerPlan.of("t", 0.5)).every()).isEqualTo(Duration.ofSeconds(2));
        assertThat(TransactionPlan.of(ProducerPlan.of("t", 0)).every()).isZero();
    }

    @Test
    void aborts_eachSoManieth() {
        TransactionPlan plan = TransactionPlan.of("t", 1, Duration.ZERO).withAbortEach(3);

        assertThat(LongStream.rangeClosed(1, 7).filter(plan::aborts)).containsExactly(3L, 6L);
        assertThat(LongStream.rangeClosed(1, 7).filter(plan.withAbortEach(0)::aborts))
                .isEmpty();
    }

    @Test
    void plan_withWeakAcks_isRefused() {
        ProducerPlan weak = new ProducerPlan("t", 1, 0, 100, 0, "1");

        assertThatThrownBy(() -> TransactionPlan.of(weak))
                .isInstanceOf(LabException.class)
                .hasMessage("acks: 1 (expected: all, as every transaction needs)");
    }
}
