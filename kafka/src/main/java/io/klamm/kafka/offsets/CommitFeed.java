package io.klamm.kafka.offsets;

import io.klamm.kafka.offsets.OffsetsRecord.Fact;
import io.klamm.kafka.offsets.OffsetsRecord.FactDeleted;
import io.klamm.kafka.offsets.OffsetsRecord.GroupEnded;
import io.klamm.kafka.offsets.OffsetsRecord.Unreadable;
import io.klamm.model.commit.CommitBatch;
import io.klamm.model.commit.CommitSink;
import io.klamm.model.commit.CommitTarget;
import java.nio.ByteBuffer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.coordinator.group.generated.CoordinatorRecordType;
import org.jspecify.annotations.Nullable;

/**
 * Carries what records of the offsets topic say to a {@link CommitSink}: commits in batches, deleted groups one by one, in the order in which they are
 * taken. Commits whose keys are known make no object. For one thread.
 */
final class CommitFeed {

    private static final int BATCH = 2_048;

    private final CommitSink sink;
    private final CommitKeys keys;
    private final RecordCounts counts;
    private final CommitValue value = new CommitValue();
    private final CommitBatch batch = new CommitBatch(BATCH);
    private long made;
    private long deleted;
    private long unwanted;

    CommitFeed(CommitSink sink, CommitKeys keys, RecordCounts counts) {
        this.sink = sink;
        this.keys = keys;
        this.counts = counts;
    }

    /**
     * Takes one record, whatever it holds.
     *
     * @param order of the record, growing with every commit of a group on a partition
     * @param past whether records of that partition that are newer may have been taken already
     */
    void take(ConsumerRecord<ByteBuffer, ByteBuffer> record, long order, boolean past) {
        @Nullable ByteBuffer key = record.key();
        if (key != null && key.remaining() > Short.BYTES && OffsetsRecordDecoder.commit(key.getShort(key.position()))) {
            takeCommit(key, record.value(), record.timestamp(), order);
        } else {
            takeOther(OffsetsRecordDecoder.decode(key, record.value()), record.timestamp(), past);
        }
    }

    private void takeCommit(ByteBuffer keyBytes, @Nullable ByteBuffer bytes, long recordMillis, long order) {
        KnownKey key = keys.find(keyBytes);
        if (key == null) {
            counts.unreadable(OffsetsRecordDecoder.unreadableKey(CoordinatorRecordType.OFFSET_COMMIT)
                    .kind());
        } else if (bytes == null) {
            deleted++;
            key.note(false, order);
            pass(key.target, CommitBatch.DELETED, recordMillis, order);
        } else {
            takeValue(key, bytes, order);
        }
    }

    private void takeValue(KnownKey key, ByteBuffer bytes, long order) {
        switch (value.read(bytes)) {
            case READ -> {
                made++;
                key.note(true, order);
                pass(key.target, value.offset(), value.timeMillis(), order);
            }
            case UNKNOWN_VERSION ->
                counts.unreadable(OffsetsRecordDecoder.unknownValue(
                                CoordinatorRecordType.OFFSET_COMMIT, bytes.getShort(bytes.position()))
                        .kind());
            case MALFORMED ->
                counts.unreadable(OffsetsRecordDecoder.unreadableValue(CoordinatorRecordType.OFFSET_COMMIT)
                        .kind());
        }
    }

    private void pass(@Nullable CommitTarget target, long offset, long timeMillis, long order) {
        if (target == null) {
            unwanted++;
            return;
        }
        batch.add(target, offset, timeMillis, order);
        if (batch.isFull()) {
            flush();
        }
    }

    private void takeOther(OffsetsRecord decoded, long recordMillis, boolean past) {
        if (decoded instanceof Unreadable unreadable) {
            counts.unreadable(unreadable.kind());
        } else if (decoded instanceof Fact fact) {
            counts.fact(fact.type());
        } else if (decoded instanceof FactDeleted fact) {
            counts.factDeleted(fact.type());
        } else if (decoded instanceof GroupEnded ended) {
            counts.factDeleted(ended.type());
            groupEnded(ended.group(), recordMillis, past);
        }
    }

    /**
     * A group that still has commits has only become one of another kind (classic to KIP-848 or back): Kafka deletes commits first. A group that ended long ago may
     * live again by now.
     */
    private void groupEnded(String group, long atMillis, boolean past) {
        if (!past && keys.wanted(group) && !keys.hasCommits(group)) {
            flush();
            sink.groupDeleted(group, atMillis);
        }
    }

    /** Passes on what was gathered; waits for the sink. */
    void flush() {
        try {
            if (batch.size() > 0) {
                sink.accept(batch);
            }
        } finally {
            batch.clear();
            counts.commits(made, deleted, unwanted);
            made = 0;
            deleted = 0;
            unwanted = 0;
        }
    }
}
