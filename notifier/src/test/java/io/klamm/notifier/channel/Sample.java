package io.klamm.notifier.channel;

import io.klamm.config.Loaded;
import io.klamm.config.YamlFile;
import io.klamm.model.alert.Alert;
import io.klamm.model.series.Labels;
import io.klamm.notifier.message.Channel;
import io.klamm.notifier.message.Message;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Alerts and messages for tests, and channels of a piece of configuration. */
public final class Sample {

    public static final Instant AT = Instant.parse("2026-11-24T08:00:00Z");
    public static final Clock CLOCK = Clock.fixed(AT, ZoneOffset.UTC);
    public static final String EXTERNAL = "http://klamm.example:8080";

    private Sample() {}

    /** A group that is behind, since ten minutes. */
    public static Alert alert(String group) {
        return Alert.of(
                Labels.of("alertname", "KafkaConsumerLag", "group", group, "cluster", "seoul", "severity", "warning"),
                Map.of("summary", "컨슈머 그룹 " + group + " 지연 <10,000>", "runbook_url", "https://klamm.example/runbook"),
                AT.minus(Duration.ofMinutes(10)),
                AT.plus(Duration.ofMinutes(4)),
                "http://klamm.example:8080/graph?g0.expr=lag");
    }

    /** The same, over since a minute. */
    public static Alert over(String group) {
        Alert alert = alert(group);
        return new Alert(
                alert.labels(),
                alert.annotations(),
                alert.startsAt(),
                AT.minus(Duration.ofMinutes(1)),
                alert.generatorUrl());
    }

    public static Message firing() {
        return message(List.of(alert("orders"), over("payments")));
    }

    public static Message resolved() {
        return message(List.of(over("orders"), over("payments")));
    }

    public static Message many(int alerts) {
        List<Alert> all = new ArrayList<>();
        for (int i = 0; i < alerts; i++) {
            all.add(alert("group-" + i));
        }
        return message(all);
    }

    public static Message message(List<Alert> alerts) {
        return new Message(
                "message-1",
                "incident-1",
                "{}:{alertname=\"KafkaConsumerLag\"}",
                "team",
                Labels.of("alertname", "KafkaConsumerLag"),
                alerts,
                AT,
                0,
                new TreeMap<>());
    }

    /** Reads a whole file. */
    public static Loaded<ReceiversConfig> load(String yaml) {
        return load(yaml, Path.of("").toAbsolutePath());
    }

    public static Loaded<ReceiversConfig> load(String yaml, Path directory) {
        return YamlFile.parseVerbatim("alertmanager.yml", yaml).bind(root -> ReceiversConfig.bind(root, directory));
    }

    /** The channels of one receiver, of a kind's key and its settings as flow YAML. */
    public static Opened open(String key, String settings) {
        ReceiversConfig config = load("receivers: [{name: team, " + key + ": [{" + settings + "}]}]")
                .orThrow();
        return new Opened(new Channels(config, EXTERNAL + "/", CLOCK));
    }

    /** Channels that end with the test. */
    public record Opened(Channels channels) implements AutoCloseable {

        public Channel channel() {
            return channels.byReceiver().getOrDefault("team", List.of()).get(0);
        }

        @Override
        public void close() {
            channels.close();
        }
    }
}
