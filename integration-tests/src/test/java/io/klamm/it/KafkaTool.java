package io.klamm.it;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Kafka's own consumer-groups tool. */
final class KafkaTool {

    private KafkaTool() {}

    /** Current offset of each partition of the topic, as the tool describes the group; partitions without commit are left out. */
    static Map<Integer, Long> committed(String bootstrapServers, String group, String topic, String... more)
            throws InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                Path.of(Program.property("klamm.dist"), "lab", "lib") + "/*:" + Program.property("klamm.tools") + "/*",
                "org.apache.kafka.tools.consumer.group.ConsumerGroupCommand",
                "--bootstrap-server",
                bootstrapServers,
                "--describe",
                "--group",
                group));
        command.addAll(List.of(more));
        try (Program tool = Program.start(command, Map.of(), Path.of(""))) {
            tool.awaitExit();
            Map<Integer, Long> committed = new TreeMap<>();
            tool.output().lines().map(line -> line.trim().split("\\s+")).forEach(cells -> {
                if (cells.length > 4 && cells[0].equals(group) && cells[1].equals(topic) && !cells[3].equals("-")) {
                    committed.put(Integer.parseInt(cells[2]), Long.parseLong(cells[3]));
                }
            });
            return committed;
        }
    }
}
