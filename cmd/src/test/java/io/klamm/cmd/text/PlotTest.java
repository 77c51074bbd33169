package io.klamm.cmd.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlotTest {

    @Test
    void render_aRisingLine_risesFromLeftToRight() {
        String graph = new Plot(4, 2, false)
                .line("up", new double[] {0, 1, 2, 3, 4, 5, 6, 7})
                .render("a", "b");

        assertThat(graph).isEqualTo("7 ┤  ⣠⠞\n0 ┤⣠⠞⠁ \n   a  b\n   up\n");
    }

    @Test
    void render_gapsAndNothing_leaveThePlaceEmpty() {
        String graph = new Plot(4, 2, false)
                .line("gaps", new double[] {1, 1, Double.NaN, Double.NaN, Double.NaN, Double.NaN, 1, 1})
                .line("none", new double[0])
                .render("a", "b");

        assertThat(graph.lines().limit(2).reduce("", String::concat))
                .contains("⠉  ⠉")
                .doesNotContain("NaN");
    }

    @Test
    void render_onATerminalWithColours_endsEveryColour() {
        String graph = new Plot(4, 1, true)
                .line("a", new double[] {1, 2})
                .line("b", new double[] {2, 1})
                .render("", "");

        assertThat(graph).contains("\u001b[36m", "\u001b[33m");
        assertThat(graph.lines().filter(line -> line.contains("\u001b[3")))
                .allMatch(line -> line.contains("\u001b[0m"));
    }
}
