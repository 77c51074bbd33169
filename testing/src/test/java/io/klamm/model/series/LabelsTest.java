package io.klamm.model.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class LabelsTest {

    @Test
    void of_anyOrder_isSortedAndEqual() {
        assertThat(Labels.of("b", "2", "a", "1", "c", ""))
                .isEqualTo(Labels.of("a", "1", "b", "2"))
                .hasToString("{a=\"1\", b=\"2\"}");
    }

    @Test
    void of_nameTwice_saysSo() {
        assertThatThrownBy(() -> Labels.of("a", "1", "b", "2", "a", "3"))
                .hasMessage("label a: given twice (expected: each name once)");
    }

    @Test
    void compareTo_isByTheBytesOfUtf8() {
        Labels beyondTheBasicPlane = Labels.of("a", "\uD83D\uDE00");
        Labels privateUse = Labels.of("a", "\uE000");
        assertThat(privateUse).isLessThan(beyondTheBasicPlane);
        assertThat(Labels.of("a", "1")).isLessThan(Labels.of("a", "1", "b", "1"));
        assertThat(Labels.of("a", "b")).isLessThan(Labels.of("b", "a"));
    }

    @Test
    void withAndWithout_leaveTheRest() {
        Labels labels = Labels.of(Labels.NAME, "up", "job", "kafka");
        assertThat(labels.with("job", "").withoutName()).isEqualTo(Labels.EMPTY);
        assertThat(labels.with("zone", "a").get("zone")).isEqualTo("a");
        assertThat(labels.only(List.of("job"))).isEqualTo(Labels.of("job", "kafka"));
        assertThat(labels.without(List.of("absent"))).isSameAs(labels);
    }

    @Test
    void quote_isAsGoQuotes() {
        assertThat(LabelText.quote("a\"\\\n\u0007\u0001é\u00a0\u200b😀한"))
                .isEqualTo("\"a\\\"\\\\\\n\\a\\x01é\\u00a0\\u200b😀한\"");
    }
}
