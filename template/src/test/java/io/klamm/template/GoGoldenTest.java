package io.klamm.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.template.value.Functions;
import io.klamm.template.value.Options;
import io.klamm.template.value.TemplateException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts, and what Go 1.26 itself makes of them: {@code go.tsv} has both, quoted as Go quotes. */
class GoGoldenTest {

    private static final Map<String, Object> DATA = Map.of(
            "F",
            2.5,
            "L",
            Arrays.asList(1L, "a", 2.5, null, true),
            "M",
            Map.of("b", 1L, "a", List.of(1L)),
            "S",
            "héllo");

    static List<String> lines() throws IOException {
        try (InputStream file = GoGoldenTest.class.getResourceAsStream("go.tsv")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("lines")
    void render_asGo(String line) {
        int tab = line.indexOf('\t');

        assertThat(result(unquoted(line.substring(0, tab)))).isEqualTo(unquoted(line.substring(tab + 1)));
    }

    private static String result(String text) {
        try {
            return Template.parse("n", text, Functions.none()).render(DATA, Options.GO);
        } catch (TemplateException e) {
            return "ERR " + e.getMessage();
        }
    }

    private static String unquoted(String quoted) {
        return Template.parse("quoted", "{{" + quoted + "}}", Functions.none()).render(null);
    }
}
