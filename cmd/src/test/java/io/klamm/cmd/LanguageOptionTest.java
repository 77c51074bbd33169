package io.klamm.cmd;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.model.verdict.Language;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LanguageOptionTest {

    @Test
    void ofEnvironment_firstThatIsSet_decides() {
        assertThat(LanguageOption.ofEnvironment(Map.of("LANG", "ko_KR.UTF-8"))).isEqualTo(Language.KOREAN);
        assertThat(LanguageOption.ofEnvironment(Map.of("LANG", "ko_KR.UTF-8", "LC_ALL", "C.UTF-8")))
                .isEqualTo(Language.ENGLISH);
        assertThat(LanguageOption.ofEnvironment(Map.of("LC_ALL", "", "LC_MESSAGES", "ko")))
                .isEqualTo(Language.KOREAN);
        assertThat(LanguageOption.ofEnvironment(Map.of())).isEqualTo(Language.ENGLISH);
    }
}
