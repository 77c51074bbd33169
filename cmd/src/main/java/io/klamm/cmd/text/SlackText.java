package io.klamm.cmd.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;

/** What a person would read of a message that was sent to Slack: the texts of its JSON, in their order, each once. */
public final class SlackText {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> TEXTS = List.of("text", "pretext", "title", "fallback", "value");

    private SlackText() {}

    /** The lines of a message; the body as it is where it is not JSON or has no text. */
    public static List<String> lines(String body) {
        List<String> texts = new ArrayList<>();
        try {
            collect(JSON.readTree(body), texts);
        } catch (JsonProcessingException e) {
            return List.of(body.strip());
        }
        List<String> lines = texts.stream()
                .flatMap(String::lines)
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
        return lines.isEmpty() ? List.of(body.strip()) : lines;
    }

    private static void collect(JsonNode node, List<String> texts) {
        for (String key : TEXTS) {
            JsonNode text = node.path(key);
            if (text.isTextual()) {
                texts.add(text.asText());
            }
        }
        for (JsonNode child : node) {
            if (child.isContainerNode()) {
                collect(child, texts);
            }
        }
    }
}
