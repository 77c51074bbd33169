package io.klamm.notifier.channel.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CutTest {

    @Test
    void to_shortEnough_isTheSame() {
        assertThat(Cut.to("지연", 2)).isEqualTo("지연");
    }

    @Test
    void to_tooLong_endsWithAnEllipsisAndTearsNothing() {
        assertThat(Cut.to("abcdef", 4)).isEqualTo("abc…");
        assertThat(Cut.to("ab😀cd", 4)).isEqualTo("ab…");
    }

    @Test
    void size_korean_isThreeBytesALetter() {
        assertThat(Cut.size("지연")).isEqualTo(6);
    }
}
