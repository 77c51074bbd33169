package io.klamm.lab.traffic;

import io.klamm.lab.LabException;
import io.klamm.lab.topic.Topics;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;

/** The settings of a client: the lab's own, over which the user's win. */
final class ClientSettings {

    private final Map<String, Object> settings = new HashMap<>();
    private final Map<String, ?> given;

    /** Requires the topic to be there; throws {@link LabException} where it is not, or no broker answers. */
    ClientSettings(Map<String, ?> given, String topic) {
        this.given = given;
        try (Topics topics = Topics.connect(given)) {
            topics.requireKnown(topic);
        }
    }

    ClientSettings with(String key, Object value) {
        settings.put(key, value);
        return this;
    }

    Map<String, Object> all() {
        Map<String, Object> all = new HashMap<>(settings);
        all.putAll(given);
        return all;
    }

    /** The client; throws {@link LabException} where the settings are wrong. */
    static <T> T create(Supplier<T> client) {
        try {
            return client.get();
        } catch (KafkaException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new LabException("client settings: " + cause.getMessage(), e);
        }
    }
}
