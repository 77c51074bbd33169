package io.klamm.kafka.offsets;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.kafka.offsets.CommitValue.Outcome;
import java.nio.ByteBuffer;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.protocol.ByteBufferAccessor;
import org.apache.kafka.coordinator.group.generated.OffsetCommitValue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CommitValueTest {

    private static final short HIGHEST = OffsetCommitValue.HIGHEST_SUPPORTED_VERSION;

    static Stream<Short> versions() {
        return IntStream.rangeClosed(0, HIGHEST).mapToObj(version -> (short) version);
    }

    /** Lengths at which a varint grows by a byte, and the longest that Kafka writes. */
    static Stream<Integer> lengths() {
        return Stream.of(0, 1, 126, 127, 128, 16_382, 16_383, 16_384, 32_767);
    }

    @ParameterizedTest
    @MethodSource("versions")
    void read_whatKafkaWrites_hasOffsetAndTime(short version) {
        lengths().forEach(length -> {
            ByteBuffer bytes = Bytes.commitValue(version, 1L << 40, "m".repeat(length), Bytes.TIME);

            CommitValue value = new CommitValue();

            assertThat(value.read(Bytes.inTheMiddle(bytes))).isEqualTo(Outcome.READ);
            assertThat(value.offset()).isEqualTo(1L << 40);
            assertThat(value.timeMillis()).isEqualTo(Bytes.TIME);
        });
    }

    @Test
    void read_valueWithTopicId_isReadBesideIt() {
        OffsetCommitValue written = new OffsetCommitValue()
                .setOffset(7)
                .setMetadata("ü")
                .setCommitTimestamp(Bytes.TIME)
                .setTopicId(Uuid.randomUuid());

        CommitValue value = new CommitValue();

        assertThat(value.read(Bytes.value(written, HIGHEST))).isEqualTo(Outcome.READ);
        assertThat(value.offset()).isEqualTo(7);
        assertThat(value.timeMillis()).isEqualTo(Bytes.TIME);
    }

    @ParameterizedTest
    @MethodSource("versions")
    void read_cutOffAnywhere_isMalformed(short version) {
        ByteBuffer bytes = Bytes.commitValue(version, 5, "m".repeat(130), Bytes.TIME);
        for (int length = 0; length < bytes.remaining(); length++) {
            assertThat(new CommitValue().read(Bytes.cut(bytes, length)))
                    .as("version %s, %s bytes", version, length)
                    .isEqualTo(Outcome.MALFORMED);
        }
    }

    @Test
    void read_otherVersion_isUnknown() {
        for (short version : new short[] {-1, (short) (HIGHEST + 1), Short.MAX_VALUE, Short.MIN_VALUE}) {
            ByteBuffer bytes = Bytes.commitValue(5);
            bytes.putShort(0, version);

            assertThat(new CommitValue().read(bytes)).isEqualTo(Outcome.UNKNOWN_VERSION);
        }
    }

    @Test
    void read_negativeOffset_isMalformedSinceItWouldPassForATombstone() {
        assertThat(new CommitValue().read(Bytes.commitValue((short) 3, -1, "", Bytes.TIME)))
                .isEqualTo(Outcome.MALFORMED);
    }

    @Test
    void read_randomBytes_agreesWithKafkasOwnReading() {
        long seed = 20_261_124;
        Random random = new Random(seed);
        int read = 0;
        for (int round = 0; round < 200_000; round++) {
            ByteBuffer bytes = spoiled(random);
            ByteBuffer before = bytes.duplicate();
            CommitValue value = new CommitValue();
            boolean ours = value.read(bytes) == Outcome.READ;

            assertThat(bytes).isEqualTo(before);
            OffsetCommitValue theirs = kafkas(bytes);
            boolean both = theirs != null && theirs.offset() >= 0;
            assertThat(ours).as("seed %s, round %s", seed, round).isEqualTo(both);
            if (theirs != null && ours) {
                read++;
                assertThat(value.offset()).isEqualTo(theirs.offset());
                assertThat(value.timeMillis()).isEqualTo(theirs.commitTimestamp());
            }
        }
        assertThat(read).isBetween(10_000, 190_000);
    }

    /** A good value with a few bytes changed, or cut off, or nothing but noise. */
    private static ByteBuffer spoiled(Random random) {
        short version = (short) random.nextInt(HIGHEST + 1);
        ByteBuffer bytes =
                Bytes.commitValue(version, random.nextInt(1000), "m".repeat(random.nextInt(200)), Bytes.TIME);
        int length = bytes.remaining();
        for (int change = random.nextInt(3); change > 0; change--) {
            bytes.put(random.nextInt(length), (byte) random.nextInt(256));
        }
        return Bytes.cut(bytes, random.nextInt(4) == 0 ? random.nextInt(length + 1) : length);
    }

    private static @Nullable OffsetCommitValue kafkas(ByteBuffer bytes) {
        try {
            ByteBuffer copy = bytes.duplicate();
            short version = copy.getShort();
            boolean known = version >= 0 && version <= HIGHEST;
            return known ? new OffsetCommitValue(new ByteBufferAccessor(copy), version) : null;
        } catch (RuntimeException e) {
            return null;
        }
    }
}
