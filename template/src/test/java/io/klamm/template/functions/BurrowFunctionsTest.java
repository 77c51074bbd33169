package io.klamm.template.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.klamm.template.Template;
import io.klamm.template.value.Fields;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BurrowFunctionsTest {

    private static Fields partition(String topic, String status, long lag) {
        return Fields.of(
                "*protocol.PartitionStatus",
                Map.of("Topic", topic, "Status", status, "CurrentLag", lag),
                Map.of("topic", topic));
    }

    private static String render(String text) {
        Fields result = Fields.of(
                "protocol.ConsumerGroupStatus",
                Map.of(
                        "Partitions",
                        List.of(partition("a", "STOP", 7), partition("a", "STOP", 1), partition("b", "WARN", 2)),
                        "Maxlag",
                        partition("a", "STOP", 7)));
        return Template.parse("n", text, BurrowFunctions.of(ZoneOffset.UTC)).render(Map.of("Result", result));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '^', textBlock = """
            {{ topicsbystatus .Result }} ~ map[STOP:[a] WARN:[b]]
            {{ partitioncounts .Result.Partitions }} ~ map[rewind:0 stall:0 stop:2 unknown:0 warn:1]
            {{ maxlag .Result.Maxlag }} {{ maxlag nil }} ~ 7 0
            {{ add 1 2 }}{{ minus 5 1 }}{{ multiply 2 3 }}{{ divide 7 2 }} ~ 3463
            {{ formattimestamp 1704164645678 "2006-01-02 15:04:05" }} ~ 2024-01-02 03:04:05
            {{ jsonencoder .Result.Partitions }}{{ jsonencoder "a" }} ~ [{"topic":"a"},{"topic":"a"},{"topic":"b"}]"a"
            """)
    void render_everyFunction(String text, String expected) {
        assertThat(render(text)).isEqualTo(expected);
    }

    @Test
    void divide_byZero_isAnError() {
        assertThatThrownBy(() -> render("{{ divide 1 0 }}")).hasMessageContaining("integer divide by zero");
    }
}
