package io.klamm.template.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.klamm.template.Template;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertmanagerFunctionsTest {

    private static final Instant START = Instant.parse("2024-01-02T03:04:05.678Z");

    private static String render(String text) {
        Clock clock = Clock.fixed(START.plusSeconds(90), ZoneOffset.UTC);
        return Template.parse("n", text, AlertmanagerFunctions.of(clock))
                .render(Map.of("At", START, "L", List.of("a", "b"), "M", Map.of("k", "<v>", "a", 1L)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '^', textBlock = """
            {{ toUpper "a" }}{{ toLower "B" }}{{ title "hello WORLD" }}{{ trimSpace "  x " }} ~ AbHello Worldx
            {{ join "," .L }}{{ .L | join "+" }}{{ stringSlice "x" "y" }} ~ a,ba+b[x y]
            {{ match "^a" "ab" }} {{ reReplaceAll "b+" "-" "abbc" }} {{ urlUnescape "a%20b" }} ~ true a-c a b
            {{ date "2006-01-02T15:04:05Z07:00" .At }} ~ 2024-01-02T03:04:05Z
            {{ .At | tz "Asia/Seoul" | date "Mon Jan _2 15:04:05 MST 2006 -0700" }} ~ Tue Jan  2 12:04:05 KST 2024 +0900
            {{ .At.Format "02/01/06 3:04PM .000" }} {{ .At.Unix }} ~ 02/01/24 3:04AM .678 1704164645
            {{ .At }} {{ since .At }} {{ since .At | humanizeDuration }} ~ 2024-01-02 03:04:05.678 +0000 UTC 1m30s 1m 30s
            {{ toJson .M }} {{ toJson .At }} {{ toJson 1.5 }} ~ {"a":1,"k":"\\u003cv\\u003e"} "2024-01-02T03:04:05.678Z" 1.5
            {{ list 1 "a" }} {{ append (list 1) 2 }} {{ (dict "k" "v").k }} ~ [1 a] [1 2] v
            """)
    void render_everyFunction(String text, String expected) {
        assertThat(render(text)).isEqualTo(expected);
    }

    @Test
    void tz_unknownZone_isAnError() {
        assertThatThrownBy(() -> render("{{ tz \"Nowhere\" .At }}"))
                .hasMessageContaining("error calling tz: unknown time zone Nowhere");
    }
}
