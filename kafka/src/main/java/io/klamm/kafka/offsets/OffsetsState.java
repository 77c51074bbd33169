package io.klamm.kafka.offsets;

import java.util.List;

/** How the reading of an offsets topic fares. Whatever it is, the reader goes on trying. */
public sealed interface OffsetsState {

    /** The same in words, such as {@code not allowed (missing right: Read on Topic __consumer_offsets)}. */
    String text();

    /** Nothing is known yet. */
    record Starting() implements OffsetsState {

        @Override
        public String text() {
            return "starting";
        }
    }

    /** The topic does not exist (yet): no group has ever committed, or the topic was deleted. */
    record Absent(String topic) implements OffsetsState {

        @Override
        public String text() {
            return "there is no topic " + topic + " (yet)";
        }
    }

    /**
     * What was written before the start is being read.
     *
     * @param read offsets passed
     * @param total offsets to pass
     */
    record CatchingUp(long read, long total) implements OffsetsState {

        @Override
        public String text() {
            return "catching up: " + read + " of " + total + " records";
        }
    }

    /**
     * Commits are read as they are made.
     *
     * @param leaderless partitions of the topic that nobody leads, so that their groups can neither commit nor be read; sorted
     */
    record Live(List<Integer> leaderless) implements OffsetsState {

        public Live {
            leaderless = List.copyOf(leaderless);
        }

        @Override
        public String text() {
            return leaderless.isEmpty() ? "live" : "live, but for partitions without leader: " + leaderless;
        }
    }

    /**
     * We may not read the topic.
     *
     * @param missingRight the ACL that would let us, such as {@code Read on Topic __consumer_offsets}
     */
    record Denied(String missingRight) implements OffsetsState {

        @Override
        public String text() {
            return "not allowed (missing right: " + missingRight + ")";
        }
    }

    /**
     * The topic cannot be read at present.
     *
     * @param kind the error's name, as Kafka calls it
     * @param message for a person; carries no secret
     */
    record Failed(String kind, String message) implements OffsetsState {

        @Override
        public String text() {
            return message;
        }
    }
}
