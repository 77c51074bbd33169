package io.klamm.kafka.offsets;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.kafka.offsets.OffsetsRecord.Commit;
import io.klamm.kafka.offsets.OffsetsRecord.CommitDeleted;
import io.klamm.kafka.offsets.OffsetsRecord.Fact;
import io.klamm.kafka.offsets.OffsetsRecord.FactDeleted;
import io.klamm.kafka.offsets.OffsetsRecord.GroupEnded;
import io.klamm.kafka.offsets.OffsetsRecord.Unreadable;
import java.nio.ByteBuffer;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.common.protocol.ApiMessage;
import org.apache.kafka.coordinator.group.generated.ConsumerGroupMemberMetadataKey;
import org.apache.kafka.coordinator.group.generated.ConsumerGroupMemberMetadataValue;
import org.apache.kafka.coordinator.group.generated.ConsumerGroupMetadataKey;
import org.apache.kafka.coordinator.group.generated.CoordinatorRecordType;
import org.apache.kafka.coordinator.group.generated.GroupMetadataKey;
import org.apache.kafka.coordinator.group.generated.GroupMetadataValue;
import org.apache.kafka.coordinator.group.generated.LegacyOffsetCommitKey;
import org.apache.kafka.coordinator.group.generated.ShareGroupMetadataKey;
import org.apache.kafka.coordinator.group.generated.StreamsGroupMetadataKey;
import org.apache.kafka.coordinator.group.generated.StreamsGroupTopologyKey;
import org.apache.kafka.coordinator.group.generated.StreamsGroupTopologyValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class OffsetsRecordDecoderTest {

    private static final CommitKey KEY = new CommitKey("g", "t", 3);
    private static final Set<CoordinatorRecordType> COMMITS =
            EnumSet.of(CoordinatorRecordType.LEGACY_OFFSET_COMMIT, CoordinatorRecordType.OFFSET_COMMIT);

    private record Example(CoordinatorRecordType type, ApiMessage key, ApiMessage value) {

        ByteBuffer keyBytes() {
            return Bytes.key(type, key);
        }

        ByteBuffer valueBytes(short version) {
            return Bytes.value(value, version);
        }
    }

    private static List<Example> examples() {
        GroupMetadataValue classic = new GroupMetadataValue()
                .setProtocolType("consumer")
                .setGeneration(4)
                .setProtocol("range")
                .setLeader("m")
                .setMembers(List.of(new GroupMetadataValue.MemberMetadata()
                        .setMemberId("m")
                        .setClientId("c")
                        .setClientHost("/127.0.0.1")
                        .setSubscription(new byte[9])
                        .setAssignment(new byte[9])));
        ConsumerGroupMemberMetadataValue member = new ConsumerGroupMemberMetadataValue()
                .setClientId("c")
                .setClientHost("/127.0.0.1")
                .setSubscribedTopicNames(List.of("t", "u"));
        StreamsGroupTopologyValue topology = new StreamsGroupTopologyValue()
                .setEpoch(3)
                .setSubtopologies(List.of(new StreamsGroupTopologyValue.Subtopology().setSubtopologyId("0")));
        return List.of(
                new Example(CoordinatorRecordType.GROUP_METADATA, new GroupMetadataKey().setGroup("g"), classic),
                new Example(
                        CoordinatorRecordType.CONSUMER_GROUP_MEMBER_METADATA,
                        new ConsumerGroupMemberMetadataKey().setGroupId("g").setMemberId("m"),
                        member),
                new Example(
                        CoordinatorRecordType.STREAMS_GROUP_TOPOLOGY,
                        new StreamsGroupTopologyKey().setGroupId("g"),
                        topology));
    }

    static Stream<CoordinatorRecordType> others() {
        return EnumSet.complementOf(EnumSet.copyOf(COMMITS)).stream();
    }

    @Test
    void types_areThoseOfKafka43() {
        assertThat(CoordinatorRecordType.values())
                .extracting(CoordinatorRecordType::id)
                .containsExactlyInAnyOrder(IntStream.rangeClosed(0, 23)
                        .filter(id -> id != 9 && id != 18)
                        .mapToObj(id -> (short) id)
                        .toArray(Short[]::new));
    }

    @Test
    void decode_commitOfEitherKeyVersion_isACommit() {
        ByteBuffer old = Bytes.key(
                CoordinatorRecordType.LEGACY_OFFSET_COMMIT,
                new LegacyOffsetCommitKey().setGroup("g").setTopic("t").setPartition(3));
        for (ByteBuffer key : List.of(old, Bytes.commitKey("g", "t", 3))) {
            for (short version = 0; version <= 4; version++) {
                ByteBuffer value = Bytes.commitValue(version, 42, "x", Bytes.TIME);

                assertThat(OffsetsRecordDecoder.decode(Bytes.inTheMiddle(key), Bytes.inTheMiddle(value)))
                        .isEqualTo(new Commit(KEY, 42, Bytes.TIME));
            }
            assertThat(OffsetsRecordDecoder.decode(key, null)).isEqualTo(new CommitDeleted(KEY));
        }
    }

    @Test
    void decode_namesBeyondAscii_areKept() {
        assertThat(OffsetsRecordDecoder.decode(Bytes.commitKey("주문 ü", "t", 0), null))
                .isEqualTo(new CommitDeleted(new CommitKey("주문 ü", "t", 0)));
    }

    @ParameterizedTest
    @MethodSource("others")
    void decode_everyOtherType_isAFactInAllItsVersions(CoordinatorRecordType type) {
        ByteBuffer key = Bytes.key(type, type.newRecordKey());
        ApiMessage value = type.newRecordValue();
        for (short version = value.lowestSupportedVersion(); version <= value.highestSupportedVersion(); version++) {
            assertThat(OffsetsRecordDecoder.decode(key, Bytes.value(value, version)))
                    .isEqualTo(new Fact(type, "", type.newRecordKey(), value));
        }
    }

    @ParameterizedTest
    @MethodSource("others")
    void decode_tombstoneOfEveryOtherType_saysWhatIsGone(CoordinatorRecordType type) {
        OffsetsRecord decoded = OffsetsRecordDecoder.decode(Bytes.key(type, type.newRecordKey()), null);

        if (Set.of((short) 2, (short) 3, (short) 11, (short) 17).contains(type.id())) {
            assertThat(decoded).isEqualTo(new GroupEnded(type, ""));
        } else {
            assertThat(decoded).isEqualTo(new FactDeleted(type, "", type.newRecordKey()));
        }
    }

    @Test
    void decode_groupTombstones_nameTheGroup() {
        assertThat(List.of(
                        ended(CoordinatorRecordType.GROUP_METADATA, new GroupMetadataKey().setGroup("a")),
                        ended(
                                CoordinatorRecordType.CONSUMER_GROUP_METADATA,
                                new ConsumerGroupMetadataKey().setGroupId("b")),
                        ended(CoordinatorRecordType.SHARE_GROUP_METADATA, new ShareGroupMetadataKey().setGroupId("c")),
                        ended(
                                CoordinatorRecordType.STREAMS_GROUP_METADATA,
                                new StreamsGroupMetadataKey().setGroupId("d"))))
                .extracting(GroupEnded::group)
                .containsExactly("a", "b", "c", "d");
    }

    private static GroupEnded ended(CoordinatorRecordType type, ApiMessage key) {
        return (GroupEnded) OffsetsRecordDecoder.decode(Bytes.key(type, key), null);
    }

    @Test
    void decode_filledFacts_comeBackAsTheyWereWritten() {
        for (Example example : examples()) {
            short newest = example.value().highestSupportedVersion();

            OffsetsRecord decoded = OffsetsRecordDecoder.decode(
                    Bytes.inTheMiddle(example.keyBytes()), Bytes.inTheMiddle(example.valueBytes(newest)));

            assertThat(decoded).isEqualTo(new Fact(example.type(), "g", example.key(), example.value()));
        }
    }

    @Test
    void decode_versionsThatNobodyKnows_areCountedByThem() {
        ByteBuffer key = Bytes.commitKey("g", "t", 3);
        key.putShort(0, (short) 99);
        ByteBuffer value = Bytes.commitValue(1);
        value.putShort(0, (short) 9);
        ByteBuffer metadata = Bytes.value(new GroupMetadataValue(), (short) 3);
        metadata.putShort(0, (short) 17);

        assertThat(OffsetsRecordDecoder.decode(key, value)).isEqualTo(new Unreadable("key version 99"));
        assertThat(OffsetsRecordDecoder.decode(Bytes.commitKey("g", "t", 3), value))
                .isEqualTo(new Unreadable("OFFSET_COMMIT value version 9"));
        assertThat(OffsetsRecordDecoder.decode(examples().get(0).keyBytes(), metadata))
                .isEqualTo(new Unreadable("GROUP_METADATA value version 17"));
    }

    @Test
    void decode_noKey_isUnreadable() {
        assertThat(List.of(
                        OffsetsRecordDecoder.decode(null, null),
                        OffsetsRecordDecoder.decode(null, Bytes.commitValue(1)),
                        OffsetsRecordDecoder.decode(ByteBuffer.allocate(1), null)))
                .containsOnly(new Unreadable("record without key"));
    }

    @Test
    void decode_negativePartitionOrNoTopic_isUnreadable() {
        assertThat(OffsetsRecordDecoder.decode(Bytes.commitKey("g", "t", -1), null))
                .isEqualTo(new Unreadable("OFFSET_COMMIT key"));
        assertThat(OffsetsRecordDecoder.decode(Bytes.commitKey("g", "", 0), null))
                .isEqualTo(new Unreadable("OFFSET_COMMIT key"));
    }

    @Test
    void decode_keysAndValuesCutOffAnywhere_areUnreadable() {
        assertCutOff(Bytes.commitKey("group", "topic", 3), Bytes.commitValue((short) 4, 1, "m", Bytes.TIME));
        for (Example example : examples()) {
            for (short version = 0; version <= example.value().highestSupportedVersion(); version++) {
                assertCutOff(example.keyBytes(), example.valueBytes(version));
            }
        }
    }

    private static void assertCutOff(ByteBuffer key, ByteBuffer value) {
        for (int length = 0; length < key.remaining(); length++) {
            assertThat(OffsetsRecordDecoder.decode(Bytes.cut(key, length), value))
                    .isInstanceOf(Unreadable.class);
        }
        for (int length = 0; length < value.remaining(); length++) {
            assertThat(OffsetsRecordDecoder.decode(key, Bytes.cut(value, length)))
                    .as("%s bytes of %s", length, value)
                    .isInstanceOf(Unreadable.class);
        }
    }

    @ParameterizedTest
    @EnumSource(CoordinatorRecordType.class)
    void decode_noiseOfEveryType_alwaysReturnsAndHasFewKinds(CoordinatorRecordType type) {
        long seed = 43_100L + type.id();
        Random random = new Random(seed);
        Set<String> kinds = new HashSet<>();
        for (int round = 0; round < 5_000; round++) {
            ByteBuffer key = noise(random, type.id());
            ByteBuffer value = random.nextInt(5) == 0 ? null : noise(random, (short) random.nextInt(4));

            OffsetsRecord decoded = OffsetsRecordDecoder.decode(key, value);

            assertThat(decoded).as("seed %s, round %s", seed, round).isNotNull();
            if (decoded instanceof Unreadable unreadable) {
                kinds.add(unreadable.kind());
            }
        }
        assertThat(kinds).isNotEmpty().hasSizeLessThan(8);
    }

    private static ByteBuffer noise(Random random, short version) {
        byte[] bytes = new byte[2 + random.nextInt(80)];
        for (int at = 2; at < bytes.length; at++) {
            // Mostly small numbers, so that lengths are often plausible.
            bytes[at] = (byte) (random.nextInt(3) == 0 ? random.nextInt(256) : random.nextInt(4));
        }
        return ByteBuffer.wrap(bytes).putShort(0, version);
    }
}
