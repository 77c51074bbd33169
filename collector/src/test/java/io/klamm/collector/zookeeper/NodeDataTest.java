package io.klamm.collector.zookeeper;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NodeDataTest {

    private static NodeData data(String text) {
        return NodeData.of(text.getBytes(StandardCharsets.ISO_8859_1), 7, 8);
    }

    @Test
    void offset_decimal_isRead() {
        assertThat(data("0").offset()).hasValue(0);
        assertThat(data("123456789012345678").offset()).hasValue(123_456_789_012_345_678L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " 5", "5\n", "-1", "+5", "5.0", "0x5", "five", "1234567890123456789", "\u00ff\u00fe\u0000"})
    void offset_anythingElse_isNone(String text) {
        assertThat(data(text).offset()).isEmpty();
    }

    @Test
    void of_longContents_areCut() {
        assertThat(NodeData.of(new byte[1_000_000], 1, 1).text()).hasSize(1_000);
    }
}
