package io.klamm.web.exposition;

import java.util.HashMap;
import java.util.Map;

/** The end of the labels of a partition's line, made once a topic. */
final class TopicLabels {

    private final Map<String, byte[]> byTopic = new HashMap<>();

    /** {@code ",topic="name"}, to stand behind the partition's number. */
    byte[] of(String topic) {
        return byTopic.computeIfAbsent(topic, name -> LabelText.fragment("\",topic=\"", name, "\""));
    }
}
