package io.klamm.kafka;

import io.klamm.kafka.RangeOutcome.Counted;
import io.klamm.kafka.RangeOutcome.Failed;
import io.klamm.kafka.RangeOutcome.Unfinished;
import io.klamm.model.OffsetRange;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;

/**
 * Counts the records of one range by reading it, and no more of it than is needed to know. For one thread only.
 *
 * <p>A range whose records are all gone (compaction) is one that the leader answers several fetches about with nothing; a leader that does not answer says nothing.
 */
final class RangeCounter {

    /** Fetches in a row without any news: the first may have been on its way before the question. */
    private static final int EMPTY_ANSWERS = 3;

    /** Fetches of one question, each of some kilobytes. */
    private static final int MOST_ANSWERS = 32;

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration SILENT = Duration.ofSeconds(30);

    private final Resting<Integer> silentLeaders;

    /** @param silentLeaders ids of brokers that did not answer of late */
    RangeCounter(Resting<Integer> silentLeaders) {
        this.silentLeaders = silentLeaders;
    }

    /** The answer, by the deadline. */
    RangeOutcome count(Consumer<byte[], byte[]> consumer, OffsetRange range, Deadline deadline) {
        int leader = Gathering.NO_BROKER;
        try {
            List<PartitionInfo> partitions = consumer.partitionsFor(
                    range.partition().topic(), Duration.ofMillis(Math.max(1, deadline.leftMillis())));
            if (partitions.isEmpty()) {
                return new Unfinished("no such topic");
            }
            leader = leader(partitions, range.partition().partition());
            if (silentLeaders.rests(leader)) {
                return new Unfinished("broker " + leader + " does not answer");
            }
            return count(new Reading(consumer, range, deadline));
        } catch (WakeupException | InterruptException e) {
            throw e;
        } catch (OffsetOutOfRangeException e) {
            return new Unfinished("deleted while it was read");
        } catch (KafkaException e) {
            if (Advice.unanswered(e) && leader != Gathering.NO_BROKER) {
                silentLeaders.rest(leader, SILENT);
            }
            return new Failed(e);
        }
    }

    /** {@link Gathering#NO_BROKER} where it is not known, as of a partition that has just been added: then the client finds out, or gives up. */
    private static int leader(List<PartitionInfo> partitions, int partition) {
        return partitions.stream()
                .filter(info -> info.partition() == partition)
                .map(PartitionInfo::leader)
                .filter(node -> node != null && !node.isEmpty())
                .map(Node::id)
                .findFirst()
                .orElse(Gathering.NO_BROKER);
    }

    private RangeOutcome count(Reading reading) {
        long stable = reading.stable();
        OffsetRange range = reading.upTo(stable);
        long from = Math.max(range.from(), reading.first());
        if (from >= range.to()) {
            return new Counted(range, 0);
        }
        reading.begin(from);
        while (reading.position() < range.to() && reading.records < RangeReader.LIMIT) {
            if (!reading.mayGoOn()) {
                // A leader that answers is one whose silence about records means that there are none.
                return reading.emptyAnswers() && reading.stable() >= range.to()
                        ? new Counted(range, reading.records)
                        : new Unfinished("not read in time");
            }
            if (reading.poll(range.to())) {
                break;
            }
        }
        return new Counted(range, reading.records);
    }

    /** The reading of one range. */
    private static final class Reading {

        private final Consumer<byte[], byte[]> consumer;
        private final OffsetRange asked;
        private final TopicPartition partition;
        private final Deadline deadline;
        private final FetchMeter meter;
        private long answersAtStart;
        private long answersAtNews;
        private long lastPosition;
        private int records;

        Reading(Consumer<byte[], byte[]> consumer, OffsetRange asked, Deadline deadline) {
            this.consumer = consumer;
            this.asked = asked;
            this.partition = new TopicPartition(
                    asked.partition().topic(), asked.partition().partition());
            this.deadline = deadline;
            this.meter = new FetchMeter(consumer);
        }

        long first() {
            return Objects.requireNonNull(
                    consumer.beginningOffsets(List.of(partition), left()).get(partition));
        }

        /** The last stable offset, which is the end for a consumer of this isolation. */
        long stable() {
            return Objects.requireNonNull(
                    consumer.endOffsets(List.of(partition), left()).get(partition));
        }

        OffsetRange upTo(long stable) {
            long to = Math.max(asked.from(), Math.min(asked.to(), stable));
            return new OffsetRange(asked.partition(), asked.from(), to);
        }

        void begin(long from) {
            consumer.assign(List.of(partition));
            consumer.seek(partition, from);
            answersAtStart = meter.answers();
            answersAtNews = answersAtStart;
            lastPosition = from;
        }

        long position() {
            return consumer.position(partition, left());
        }

        /** Reads on; true when a record from behind the range came, so all before are known. */
        boolean poll(long to) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL).records(partition)) {
                if (record.offset() >= to) {
                    return true;
                }
                records++;
            }
            long position = position();
            if (position != lastPosition) {
                lastPosition = position;
                answersAtNews = meter.answers();
            }
            return false;
        }

        boolean mayGoOn() {
            return deadline.leftMillis() > 0 && meter.answers() - answersAtStart < MOST_ANSWERS && !emptyAnswers();
        }

        boolean emptyAnswers() {
            return meter.answers() - answersAtNews >= EMPTY_ANSWERS && !meter.throttled();
        }

        private Duration left() {
            return Duration.ofMillis(Math.max(1, deadline.leftMillis()));
        }
    }
}
