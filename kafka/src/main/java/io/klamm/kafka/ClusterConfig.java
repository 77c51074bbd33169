package io.klamm.kafka;

import io.klamm.config.Format;
import io.klamm.config.Parsed;
import io.klamm.config.Section;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One cluster of {@code klamm.yaml}.
 *
 * @param name how it is called in labels, paths and pages
 * @param bootstrapServers {@code host:port}, comma-separated
 * @param interval from the start of one cycle to the start of the next
 * @param topics which topics are read
 * @param groups which groups are read
 * @param client everything else that Kafka's clients are told, checked
 * @param offsetsTopic how the topic is read in which groups' commits are kept
 */
public record ClusterConfig(
        String name,
        String bootstrapServers,
        Duration interval,
        NameFilter topics,
        NameFilter groups,
        ClientProperties client,
        OffsetsTopicConfig offsetsTopic) {

    private static final Duration INTERVAL = Duration.ofSeconds(15);
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final String NAME_FORM = "1 to 100 letters, digits, '.', '_' and '-'";
    private static final Format<String> NAME = Format.explained(
            NAME_FORM, text -> text.matches("[\\p{L}\\p{N}._-]{1,100}") ? Parsed.good(text) : Parsed.bad(NAME_FORM));

    private static final String SERVERS_FORM = "host:port, comma-separated, such as broker1:9092,broker2:9092";
    private static final Format<String> SERVERS = Format.explained(
            SERVERS_FORM, text -> BootstrapServers.wellFormed(text) ? Parsed.good(text) : Parsed.bad(SERVERS_FORM));

    /** A cluster whose offsets topic is read as it is read by default. */
    public ClusterConfig(
            String name,
            String bootstrapServers,
            Duration interval,
            NameFilter topics,
            NameFilter groups,
            ClientProperties client) {
        this(name, bootstrapServers, interval, topics, groups, client, OffsetsTopicConfig.defaults());
    }

    /** One item of {@code clusters}; problems are noted in the section. */
    public static ClusterConfig bind(Section section) {
        return new ClusterConfig(
                section.required("name", NAME, "cluster"),
                section.required("bootstrap-servers", SERVERS, "127.0.0.1:9092"),
                section.duration("interval", INTERVAL, SHORTEST, LONGEST),
                filter(section.section("topics")),
                filter(section.section("groups")),
                client(section),
                OffsetsTopicConfig.bind(section.section("offsets-topic")));
    }

    private static NameFilter filter(Section section) {
        return new NameFilter(
                section.list("include", NameFilter.PATTERN, List.of()),
                section.list("exclude", NameFilter.PATTERN, List.of()));
    }

    /** The file's keys, and the inline ones where both have a key: they are checked together. */
    private static ClientProperties client(Section section) {
        Map<String, String> inline = section.freeMap("client").reveal();
        Optional<String> file = section.optionalString("client-properties-file");
        Map<String, String> all = new TreeMap<>();
        try {
            file.ifPresent(path -> all.putAll(ClientProperties.read(Path.of(path))));
        } catch (IllegalArgumentException e) {
            section.problem("client-properties-file", String.valueOf(e.getMessage()));
            return new ClientProperties(Map.of());
        }
        all.putAll(inline);
        try {
            return new ClientProperties(all);
        } catch (IllegalArgumentException e) {
            section.problem(inline.isEmpty() ? "client-properties-file" : "client", String.valueOf(e.getMessage()));
            return new ClientProperties(Map.of());
        }
    }
}
