package io.klamm.notifier.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.config.Loaded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples of the pages about receivers can be used as they stand, and there is one for each kind. */
class ReceiversDocsTest {

    private static final Pattern EXAMPLE = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

    @ParameterizedTest
    @ValueSource(strings = {"receivers.md", "receivers.ko.md"})
    void examples_areReadAndWriteMessages(String page) throws IOException {
        Set<String> kinds = new TreeSet<>();
        for (String example : examples(page)) {
            Loaded<ReceiversConfig> loaded = Sample.load(example);

            assertThat(loaded.text()).as(example).isEmpty();
            assertThat(loaded.warnings()).as(example).isEmpty();
            loaded.orThrow().receivers().forEach(receiver -> {
                receiver.channels().forEach(channel -> kinds.add(channel.kind() + "_configs"));
            });
        }
        assertThat(kinds).isEqualTo(Kinds.all().keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"receivers.md", "receivers.ko.md"})
    void table_namesEveryKind(String page) throws IOException {
        String text = Files.readString(Path.of("../docs", page));

        assertThat(Kinds.all().keySet()).allSatisfy(key -> assertThat(text).contains("[`" + key + "`]"));
    }

    private static List<String> examples(String page) throws IOException {
        List<String> examples = new ArrayList<>();
        Matcher matcher = EXAMPLE.matcher(Files.readString(Path.of("../docs", page)));
        while (matcher.find()) {
            examples.add(matcher.group(1));
        }
        return examples;
    }
}
