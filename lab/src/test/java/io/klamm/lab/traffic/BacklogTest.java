package io.klamm.lab.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class BacklogTest {

    private static final TopicPartition ZERO = new TopicPartition("t", 0);
    private static final TopicPartition ONE = new TopicPartition("t", 1);

    private final Backlog backlog = new Backlog();

    @Test
    void processed_ownedMessage_isToBeCommittedOnce() {
        backlog.add(List.of(message(0, 7)));
        assertThat(backlog.next(ZERO)).isEqualTo(7);

        assertThat(backlog.processed(message(0, 7))).isTrue();

        assertThat(backlog.next(ZERO)).isEqualTo(8);
        assertThat(backlog.drainUncommitted().values())
                .extracting(OffsetAndMetadata::offset)
                .containsExactly(8L);
        assertThat(backlog.drainUncommitted()).isEmpty();
    }

    @Test
    void processed_partitionLostMeanwhile_doesNotCount() {
        ConsumerRecord<byte[], byte[]> kept = message(1, 3);
        backlog.add(List.of(message(0, 7), kept));

        backlog.forget(List.of(ZERO));

        assertThat(backlog.processed(message(0, 7))).isFalse();
        assertThat(backlog.take()).isSameAs(kept);
        assertThat(backlog.isEmpty()).isTrue();
    }

    @Test
    void restore_failedCommit_neverOverANewerOneNorALostPartition() {
        backlog.add(List.of(message(0, 1), message(1, 1)));
        backlog.processed(message(0, 5));
        backlog.forget(List.of(ONE));

        backlog.restore(Map.of(ZERO, new OffsetAndMetadata(2), ONE, new OffsetAndMetadata(2)));

        Map<TopicPartition, OffsetAndMetadata> offsets = backlog.drainUncommitted();
        assertThat(offsets).containsOnlyKeys(ZERO);
        assertThat(offsets.values()).extracting(OffsetAndMetadata::offset).containsExactly(6L);
    }

    @Test
    void processed_afterTheCommit_isStillKnownButNotOfLostPartitions() {
        backlog.add(List.of(message(0, 1), message(1, 1)));
        backlog.processed(message(0, 5));
        backlog.processed(message(1, 5));
        backlog.drainUncommitted();

        backlog.forget(List.of(ONE));

        assertThat(backlog.drainUncommitted()).isEmpty();
        assertThat(backlog.processed()).containsOnlyKeys(ZERO);
    }

    private static ConsumerRecord<byte[], byte[]> message(int partition, long offset) {
        return new ConsumerRecord<>("t", partition, offset, new byte[0], new byte[0]);
    }
}
