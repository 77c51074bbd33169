package io.klamm.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** A YAML file as it may be shown to people: without comments, and {@value #HIDDEN} in place of every value that is likely a secret. */
public final class ShownYaml {

    /** In place of a secret. */
    public static final String HIDDEN = "<secret>";

    private final Predicate<String> secretKey;

    private ShownYaml(Predicate<String> secretKey) {
        this.secretKey = secretKey;
    }

    /** A file's text that may be shown; nothing of a file that cannot be read, which who reads its sections is told. */
    public static String ofFile(Path file, Predicate<String> alsoSecret) {
        return FileText.read(file, YamlFile.LARGEST) instanceof FileText.Text text ? of(text.text(), alsoSecret) : "";
    }

    /**
     * The text that may be shown; nothing of a text that is not YAML.
     *
     * @param alsoSecret tells of further keys whose values are hidden
     */
    public static String of(String yaml, Predicate<String> alsoSecret) {
        ShownYaml shown = new ShownYaml(key -> SecretKeys.looksSecret(key) || alsoSecret.test(key));
        try {
            Object content = new Load(LoadSettings.builder().build()).loadFromString(yaml);
            DumpSettings settings = DumpSettings.builder()
                    .setDefaultFlowStyle(FlowStyle.BLOCK)
                    .setWidth(120)
                    .build();
            return content == null ? "" : new Dump(settings).dumpToString(shown.masked(content));
        } catch (YamlEngineException e) {
            return "";
        }
    }

    private Object masked(Object node) {
        if (node instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> copy = new LinkedHashMap<>();
            map.forEach((key, value) -> copy.put(String.valueOf(key), masked(String.valueOf(key), value)));
            return copy;
        }
        if (node instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>();
            list.forEach(each -> copy.add(each == null ? null : masked(each)));
            return copy;
        }
        return node;
    }

    private @Nullable Object masked(String key, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        return secretKey.test(key) ? hidden(value) : masked(value);
    }

    /** Below a key that looks secret every text is hidden; what is not text, such as a switch, is none. */
    private Object hidden(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> copy = new LinkedHashMap<>();
            map.forEach((key, each) -> copy.put(String.valueOf(key), each == null ? null : hidden(each)));
            return copy;
        }
        if (value instanceof List<?> list) {
            return list.stream()
                    .map(each -> each == null ? HIDDEN : hidden(each))
                    .toList();
        }
        return value instanceof Boolean ? value : HIDDEN;
    }
}
