package io.klamm.cmd.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void render_textAndNumbers_areAligned() {
        String text = new Table()
                .text("GROUP")
                .number("LAG")
                .row("slow-consumer", 12_345L)
                .row("g", "-")
                .render();

        assertThat(text).isEqualTo("""
                GROUP            LAG
                slow-consumer  12345
                g                  -
                """);
    }

    @Test
    void render_koreanCell_takesTwoPlacesACharacter() {
        String text =
                new Table().text("그룹").text("X").row("주문", "1").row("ab", "2").render();

        assertThat(text).isEqualTo("""
                그룹  X
                주문  1
                ab    2
                """);
    }

    @Test
    void row_controlCharacters_doNotReachTheTerminal() {
        assertThat(new Table().text("A").row("x\u001b[31m\n").render()).isEqualTo("A\nx\uFFFD[31m\uFFFD\n");
    }

    @Test
    void row_wrongNumberOfCells_isRefused() {
        assertThatThrownBy(() -> new Table().text("A").row("1", "2")).hasMessage("cells: 2 (expected: 1)");
    }
}
