package io.klamm.promql.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

class WarmUpTest {

    @Test
    void run_itsQueriesAreAnswered() {
        assertThatCode(WarmUp::run).doesNotThrowAnyException();
    }

    @Test
    void run_interrupted_endsAndLeavesTheInterrupt() {
        Thread.currentThread().interrupt();
        WarmUp.run();
        assertThat(Thread.interrupted()).isTrue();
    }
}
