package io.klamm.cmd.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.klamm.model.verdict.Language;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class GroupTextTest {

    private static final String GROUP = """
            "group": "slow", "type": "classic", "state": "Stable", "members": 1, "topics": 1, "coordinator": 2, "totalLag": 125
            """;
    private static final String STALLED = """
            {"group": "slow", "topic": "orders", "partition": 7, "committedOffset": 100, "endOffset": 220, "lag": 120,
             "commitBeyondEnd": false, "memberId": "m-1", "clientId": "worker", "host": "10.0.0.7",
             "verdict": "stall", "effectiveLag": 118, "lagSeconds": 330.5,
             "evidence": {"rule": "commits-the-same", "facts": {"lag": 120, "stalled": 240000},
                          "text": {"en": "Nothing but offset 100.", "ko": "오프셋 100뿐입니다."},
                          "commits": [{"offset": 100, "at": "2026-11-21T00:00:00Z", "lag": 120}],
                          "ends": [{"offset": 210, "at": "2026-11-20T23:59:50Z"}]},
             "forecast": {"producedPerSecond": 0.5, "consumedPerSecond": 0.0, "secondsUntilLoss": 7200.0,
                          "timeLag": {"seconds": 330.5, "method": "at-least", "confidence": "low"}}}
            """;
    private static final String FINE = """
            {"group": "slow", "topic": "orders", "partition": 6, "committedOffset": 5, "endOffset": 10, "lag": 5,
             "commitBeyondEnd": false, "verdict": "ok", "lagSeconds": 0.4,
             "evidence": {"rule": "keeps-up", "facts": {}, "text": {"en": "It keeps up.", "ko": "따라갑니다."}}, "forecast": {}}
            """;

    private static JsonNode detail(String verdict, String... partitions) throws Exception {
        return new ObjectMapper()
                .readTree("{\"group\": {" + GROUP + verdict + "}, \"offsetsReadable\": true, \"partitions\": ["
                        + String.join(",", partitions) + "]}");
    }

    private static JsonNode judged() throws Exception {
        return detail(
                ", \"verdict\": \"stall\", \"muted\": true, \"source\": \"offsets-topic\", \"maxLagSeconds\": 330.5, \"secondsUntilLoss\": 7200",
                FINE,
                STALLED);
    }

    @Test
    void describe_judged_saysTheVerdictItsReasonsAndTheColumnsOfKafkasTool() throws Exception {
        assertThat(GroupText.describe(judged(), Language.ENGLISH)).isEqualTo("""
                Group slow: type classic, state Stable, 1 member(s), coordinator 2, total lag 125
                Verdict: STALL, muted, commits from offsets-topic, lag 5 min 31 s, records are lost unread in 2 h
                  orders-7 STALL: Nothing but offset 100.

                GROUP  TOPIC   PARTITION  CURRENT-OFFSET  LOG-END-OFFSET  LAG  VERDICT  LAG-SECONDS  CONSUMER-ID  HOST       CLIENT-ID
                slow   orders          6               5              10    5  OK               0.4  -            -          -
                slow   orders          7             100             220  120  STALL          330.5  m-1          /10.0.0.7  worker
                """);
    }

    @Test
    void describe_inKorean_saysTheReasonInKorean() throws Exception {
        assertThat(GroupText.describe(judged(), Language.KOREAN)).contains("orders-7 STALL: 오프셋 100뿐입니다.");
    }

    @Test
    void describe_notJudged_hasDashesAndNoVerdict() throws Exception {
        String text = GroupText.describe(
                detail("", "{\"group\": \"slow\", \"topic\": \"orders\", \"partition\": 0, \"lag\": 3}"),
                Language.ENGLISH);

        assertThat(text).doesNotContain("Verdict:").containsPattern("orders +0 +- +- +3 +- +- +- +- +-\\n");
    }

    @Test
    void describe_manyInTrouble_tellsTheFirstAndCountsTheOthers() throws Exception {
        String[] partitions = new String[13];
        for (int i = 0; i < partitions.length; i++) {
            partitions[i] = STALLED.replace("\"partition\": 7", "\"partition\": " + i);
        }

        String text = GroupText.describe(
                detail(", \"verdict\": \"stall\", \"source\": \"admin-api\"", partitions), Language.ENGLISH);

        assertThat(text)
                .contains("  orders-9 STALL", "  and 3 more; klamm groups explain")
                .doesNotContain("  orders-10 STALL");
    }

    @Test
    void explain_judged_saysRuleFactsForecastAndWindow() throws Exception {
        assertThat(new ExplainText(Language.ENGLISH, ZoneOffset.UTC).of(judged(), false))
                .isEqualTo("""
                Group slow: STALL, muted, commits from offsets-topic

                orders-7: STALL
                  Nothing but offset 100.
                  Rule: commits-the-same
                  Facts: lag 120, stalled 4 min
                  Lag: 120 records, effective 118, in time 5 min 31 s (at-least, confidence low)
                  Forecast: written 0.5/s, read 0.0/s, caught up in -, records lost unread in 2 h

                  TIME      COMMITTED  END  LAG
                  23:59:50             210
                  00:00:00        100       120

                1 partition(s) are OK; --all tells why
                """);
    }

    @Test
    void explain_all_tellsThoseThatAreOkToo() throws Exception {
        assertThat(new ExplainText(Language.KOREAN, ZoneOffset.UTC).of(judged(), true))
                .contains("오프셋 100뿐입니다.", "orders-6: OK\n  따라갑니다.")
                .doesNotContain("--all");
    }

    @Test
    void explain_notJudged_saysSo() throws Exception {
        assertThat(new ExplainText(Language.ENGLISH, ZoneOffset.UTC).of(detail(""), false))
                .isEqualTo("Group slow: not judged (too little is known of it yet)\n");
    }

    @Test
    void explain_verdictOfANewerServer_isToldAsItIs() throws Exception {
        assertThat(new ExplainText(Language.ENGLISH, ZoneOffset.UTC)
                        .of(detail(", \"verdict\": \"odd\"", STALLED.replace("stall\"", "odd\"")), false))
                .contains("Group slow: ODD", "orders-7: ODD");
    }
}
