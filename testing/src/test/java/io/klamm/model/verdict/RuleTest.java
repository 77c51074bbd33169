package io.klamm.model.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The words of the rules; here, because {@code model} itself may not even test with a library. */
class RuleTest {

    private static final Pattern HANGUL = Pattern.compile("\\p{IsHangul}");
    private static final Map<String, Long> NONE = Map.of();

    private static String shape(String text) {
        return text.chars()
                .filter(letter -> letter == '?')
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void text_bothLanguages_nameTheSameFacts(Rule rule) {
        String english = Evidence.of(rule, NONE).text(Language.ENGLISH);
        String korean = Evidence.of(rule, NONE).text(Language.KOREAN);

        assertThat(HANGUL.matcher(english).find()).isFalse();
        assertThat(HANGUL.matcher(korean).find()).isTrue();
        assertThat(shape(korean)).isEqualTo(shape(english));
        assertThat(english).endsWith(".").doesNotContain("{");
        assertThat(korean).endsWith(".").doesNotContain("{");
    }

    @Test
    void text_facts_areNumbersAndDurationsForPeople() {
        Evidence evidence = Evidence.of(Rule.SILENT, Map.of("silence", 125_000L, "lag", 1_234_567L, "rhythm", 900L));

        assertThat(evidence.text(Language.ENGLISH))
                .isEqualTo("No commit for 2 min 5 s though 1,234,567 records wait; it used to commit about every 0 s.");
        assertThat(evidence.text(Language.KOREAN)).contains("1,234,567개", "2분 5초");
    }

    @ParameterizedTest
    @CsvSource({"0, 0 s", "999, 0 s", "1000, 1 s", "60000, 1 min", "3661000, 1 h 1 min", "90061000, 1 d 1 h", "-5, 0 s"
    })
    void duration_millis_areTheTwoLargestUnits(long millis, String expected) {
        assertThat(Words.duration(millis, Language.ENGLISH)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "999, 999", "1000, '1,000'", "-1000, '-1,000'", "-100, -100", "12345678, '12,345,678'"})
    void number_groups_areOfThree(long value, String expected) {
        assertThat(Words.number(value)).isEqualTo(expected);
    }
}
