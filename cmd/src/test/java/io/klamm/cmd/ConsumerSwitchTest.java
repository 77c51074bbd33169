package io.klamm.cmd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsumerSwitchTest {

    @TempDir
    private Path dir;

    @Test
    void fresh_isWantedOnAndNobodyAttends() throws IOException {
        ConsumerSwitch control = new ConsumerSwitch(dir);

        assertThat(control.wantedOn()).isTrue();
        assertThat(control.attended()).isFalse();
    }

    @Test
    void want_anotherProcessSeesIt() throws Exception {
        ConsumerSwitch demo = new ConsumerSwitch(dir);
        ConsumerSwitch command = new ConsumerSwitch(dir);
        demo.tell(true);

        command.want(false);

        assertThat(command.attended()).isTrue();
        assertThat(demo.wantedOn()).isFalse();
        assertThat(command.await(false, Duration.ZERO)).isFalse();
        demo.tell(false);
        assertThat(command.await(false, Duration.ZERO)).isTrue();
        demo.clear();
        assertThat(command.attended()).isFalse();
        assertThat(demo.wantedOn()).isTrue();
    }
}
