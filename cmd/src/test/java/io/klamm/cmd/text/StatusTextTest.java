package io.klamm.cmd.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class StatusTextTest {

    @Test
    void of_oneComponentOfEachState_saysAllThatIsKnown() throws Exception {
        String json = """
                {"version":"0.1.0","startedAt":"2026-11-21T01:22:03Z","ready":true,"components":[
                 {"kind":"kafka","instance":"local","state":"warning","lastRun":"2026-11-21T01:23:03Z","lastSuccess":"2026-11-21T01:23:03Z",
                  "lastDurationSeconds":0.0414,"averageDurationSeconds":0.05,"runs":1104,"failures":2,
                  "counts":{"brokers":3,"partitions":12345},"requests":{"listOffsets":9},"errors":{"TimeoutException":1},"lastError":"log dirs: broker 3"},
                 {"kind":"kafka","instance":"far","state":"starting","runs":0,"failures":0,"counts":{},"requests":{},"errors":{}}]}
                """;

        assertThat(StatusText.of(new ObjectMapper().readTree(json), "http://127.0.0.1:8080", ZoneOffset.UTC))
                .isEqualTo("""
                Klamm (v0.1.0) at http://127.0.0.1:8080
                =======================================
                  Started: 2026-11-21 01:22:03 Z
                  Ready: yes

                  Running Components
                  ==================

                    kafka
                    -----
                      Instance ID: kafka:local [WARNING]
                      Total Runs: 1,104, Failed: 2
                      Last Run: 2026-11-21 01:23:03 Z
                      Last Successful Run: 2026-11-21 01:23:03 Z
                      Last Duration: 41ms, Average: 50ms
                      Last Run Found: brokers 3, partitions 12,345
                      Requests, Total: listOffsets 9
                      Errors, Total: TimeoutException 1
                      Last Error: log dirs: broker 3

                    kafka
                    -----
                      Instance ID: kafka:far [STARTING]
                      Total Runs: 0, Failed: 0
                      Last Run: Never
                      Last Successful Run: Never
                """);
    }
}
