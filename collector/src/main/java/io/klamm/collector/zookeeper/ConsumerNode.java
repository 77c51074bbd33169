package io.klamm.collector.zookeeper;

import java.util.Optional;

/**
 * A node of ZooKeeper that says something about a group on a partition: {@code .../consumers/GROUP/offsets/TOPIC/PARTITION}, and the same below {@code owners}.
 *
 * @param kind what it says
 */
record ConsumerNode(Kind kind, String group, String topic, int partition) {

    /** What nodes say. */
    enum Kind {
        OFFSET("offsets"),
        OWNER("owners");

        private final String folder;

        Kind(String folder) {
            this.folder = folder;
        }

        /** Name of the folder in the group's own. */
        String folder() {
            return folder;
        }
    }

    private static final int DEPTH = 4;
    private static final int LONGEST_NUMBER = 9;

    /** The node of a path in the folder of all consumers; empty when it is another sort of node. */
    static Optional<ConsumerNode> parse(String consumers, String path) {
        if (!path.startsWith(consumers + "/")) {
            return Optional.empty();
        }
        String[] parts = path.substring(consumers.length() + 1).split("/", -1);
        if (parts.length != DEPTH || !number(parts[3])) {
            return Optional.empty();
        }
        for (Kind kind : Kind.values()) {
            if (kind.folder().equals(parts[1])) {
                return Optional.of(new ConsumerNode(kind, parts[0], parts[2], Integer.parseInt(parts[3])));
            }
        }
        return Optional.empty();
    }

    String path(String consumers) {
        return consumers + "/" + group + "/" + kind.folder() + "/" + topic + "/" + partition;
    }

    private static boolean number(String text) {
        return text.matches("0|[1-9]\\d{0," + (LONGEST_NUMBER - 1) + "}");
    }
}
