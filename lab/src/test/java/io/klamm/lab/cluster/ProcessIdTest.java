package io.klamm.lab.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ProcessIdTest {

    private final ProcessId self = ProcessId.of(ProcessHandle.current());

    @Test
    void alive_sameProcess_isFound() {
        assertThat(self.alive()).contains(ProcessHandle.current());
    }

    @Test
    void alive_sameNumberFromAnotherStart_isNotFound() {
        assertThat(new ProcessId(self.pid(), self.started() - 60_000).alive()).isEmpty();
    }

    @Test
    void parse_ownText_isTheSame() {
        assertThat(ProcessId.parse(self.toString())).isEqualTo(self);
        assertThatThrownBy(() -> ProcessId.parse("12")).hasMessageContaining("PID@MILLISECONDS");
    }
}
