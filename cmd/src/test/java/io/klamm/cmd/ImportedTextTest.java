package io.klamm.cmd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.klamm.scrape.exposition.ExpositionException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ImportedTextTest {

    private final Set<String> series = new HashSet<>();
    private final List<Long> told = new ArrayList<>();
    private long sum;
    private final ImportedText text = new ImportedText(
            (labels, time, value) -> {
                series.add(labels.toString());
                sum += (long) value + time;
            },
            told::add);

    private void read(String page) throws Exception {
        text.read(new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)));
    }

    /** Longer than two pieces, so that lines lie across their ends. */
    private static StringBuilder longPage(int lines) {
        StringBuilder page = new StringBuilder();
        for (int i = 0; i < lines; i++) {
            page.append("lag{topic=\"")
                    .append("t".repeat(i % 90))
                    .append("\"} ")
                    .append(i)
                    .append(" 1000000\n");
        }
        return page;
    }

    @Test
    void read_longerThanAPiece_losesNothing() throws Exception {
        int lines = 500_000;
        read(longPage(lines).append("# EOF\n").toString());

        assertThat(text.samples()).isEqualTo(lines);
        assertThat(sum).isEqualTo(lines * (lines - 1L) / 2 + lines * 1_000_000_000L);
        assertThat(series).hasSize(90);
        assertThat(told).hasSizeGreaterThan(1).endsWith((long) lines);
    }

    @Test
    void read_mistakeBehindTheFirstPiece_hasItsLine() {
        int lines = 500_000;
        String page = longPage(lines).append("lag{ 1 1\n# EOF\n").toString();

        assertThatThrownBy(() -> read(page))
                .isInstanceOfSatisfying(ExpositionException.class, e -> assertThat(text.linesBefore() + e.line())
                        .isEqualTo(lines + 1));
    }

    @Test
    void read_withoutTheEnd_isRefused() {
        assertThatThrownBy(() -> read("lag 1 1\n"))
                .isInstanceOf(ExpositionException.class)
                .hasMessageContaining("EOF");
    }
}
