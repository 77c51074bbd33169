package io.klamm.notifier.channel.slack;

import io.klamm.config.Section;
import io.klamm.notifier.channel.setup.TemplateMaps;
import java.util.List;
import java.util.Map;

/**
 * What a message to Slack says: templates.
 *
 * @param texts by their names in the file: {@code title}, {@code color} ...
 * @param fields each with {@code title}, {@code value} and perhaps {@code short}
 * @param actions buttons: each with a type, a label and perhaps an address
 * @param shortFields whether fields stand side by side that do not say it themselves
 */
record SlackTexts(
        Map<String, String> texts,
        List<Map<String, String>> fields,
        List<Map<String, String>> actions,
        boolean shortFields,
        boolean linkNames,
        List<String> markdownIn) {

    private static final Map<String, String> TEXTS = Map.ofEntries(
            Map.entry("title", of("title")),
            Map.entry("title_link", of("titlelink")),
            Map.entry("pretext", of("pretext")),
            Map.entry("text", of("text")),
            Map.entry("fallback", of("fallback")),
            Map.entry("footer", of("footer")),
            Map.entry("callback_id", of("callbackid")),
            Map.entry("username", of("username")),
            Map.entry("icon_emoji", of("iconemoji")),
            Map.entry("icon_url", of("iconurl")),
            Map.entry("image_url", ""),
            Map.entry("thumb_url", ""),
            Map.entry("message_text", ""),
            Map.entry("reply", of("reply")),
            Map.entry("color", "{{ if eq .Status \"firing\" }}danger{{ else }}good{{ end }}"));

    private static final List<String> MARKDOWN_IN = List.of("fallback", "pretext", "text");

    SlackTexts {
        texts = Map.copyOf(texts);
        fields = List.copyOf(fields);
        actions = List.copyOf(actions);
        markdownIn = List.copyOf(markdownIn);
    }

    private static String of(String name) {
        return "{{ template \"slack.default." + name + "\" . }}";
    }

    static SlackTexts bind(Section section) {
        if (section.has("update_message")) {
            section.bool("update_message", true);
        }
        return new SlackTexts(
                TemplateMaps.texts(section, TEXTS),
                TemplateMaps.list(section, "fields", List.of("title", "value", "short")),
                section.sections("actions", SlackTexts::action),
                section.bool("short_fields", false),
                section.bool("link_names", false),
                section.strings("mrkdwn_in", MARKDOWN_IN));
    }

    private static Map<String, String> action(Section section) {
        section.string("type");
        section.string("text");
        if (section.has("confirm")) {
            section.ignore("confirm");
            section.warning("confirm", "ignored: buttons are links, which nobody confirms");
        }
        return Map.copyOf(TemplateMaps.present(section, List.of("type", "text", "url", "style", "name", "value")));
    }

    String text(String name) {
        return texts.getOrDefault(name, "");
    }
}
