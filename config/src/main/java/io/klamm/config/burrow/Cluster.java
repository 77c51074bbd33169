package io.klamm.config.burrow;

import io.klamm.config.Section;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One section of {@code cluster}.
 *
 * @param servers {@code host:port} each, at least one
 * @param profile the name of a client profile; none for the default one
 * @param offsetRefresh how often end offsets are read
 * @param topicRefresh how often topics are listed
 * @param groupsReaperRefresh how often groups that Kafka has no more are removed; zero for never
 */
public record Cluster(
        String name,
        List<String> servers,
        Optional<String> profile,
        Duration offsetRefresh,
        Duration topicRefresh,
        Duration groupsReaperRefresh) {

    public Cluster {
        servers = List.copyOf(servers);
    }

    static Cluster bind(String name, Section section, Set<String> profiles) {
        section.value("class-name", Values.oneOf(List.of("kafka")), "kafka");
        return new Cluster(
                name,
                Values.servers(section),
                Values.reference(section, "client-profile", "client-profile", profiles),
                Values.atLeastOneSecond(section, "offset-refresh", 10),
                Values.atLeastOneSecond(section, "topic-refresh", 60),
                Values.seconds(section, "groups-reaper-refresh", 0));
    }
}
