package io.klamm.notifier.channel.setup;

import io.klamm.config.FreeMap;
import io.klamm.config.Section;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads templates that a section has by name. */
public final class TemplateMaps {

    private TemplateMaps() {}

    /** The templates of some keys, each with its default. */
    public static Map<String, String> texts(Section section, Map<String, String> defaults) {
        Map<String, String> texts = new LinkedHashMap<>();
        defaults.forEach((key, otherwise) -> texts.put(key, section.text(key, otherwise)));
        return texts;
    }

    /** The defaults, and what the file has beside them or in their place. */
    public static Map<String, String> over(Map<String, String> defaults, FreeMap given) {
        Map<String, String> all = new LinkedHashMap<>(defaults);
        all.putAll(given.reveal());
        return all;
    }

    /** A list of sections that may have these keys and no others; those that are missing are not there. */
    public static List<Map<String, String>> list(Section section, String key, List<String> keys) {
        return section.sections(key, item -> present(item, keys));
    }

    /** The texts of those of some keys that are there and not empty. */
    public static Map<String, String> present(Section item, List<String> keys) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String key : keys) {
            String text = item.text(key, "");
            if (!text.isEmpty()) {
                texts.put(key, text);
            }
        }
        return texts;
    }
}
