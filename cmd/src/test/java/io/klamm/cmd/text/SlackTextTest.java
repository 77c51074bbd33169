package io.klamm.cmd.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SlackTextTest {

    @Test
    void lines_attachments_areTheirTextsEachOnce() {
        assertThat(SlackText.lines("""
                {"channel": "#kafka", "attachments": [{"title": "[FIRING:1] Lag", "fallback": "[FIRING:1] Lag",
                 "text": "orders is behind\\n\\nsince 3 min", "fields": [{"title": "Group", "value": "orders"}]}]}
                """))
                .containsExactly("orders is behind", "since 3 min", "[FIRING:1] Lag", "Group", "orders");
    }

    @Test
    void lines_noJson_isTheBody() {
        assertThat(SlackText.lines("hello\n")).containsExactly("hello");
    }

    @Test
    void lines_jsonWithoutTexts_isTheBody() {
        assertThat(SlackText.lines("[1, 2]")).containsExactly("[1, 2]");
    }
}
