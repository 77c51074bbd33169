package io.klamm.storage.remote.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import io.airlift.compress.zstd.ZstdDecompressor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WireTest {

    @Test
    void protobuf_everyKindOfField_readAsWritten() throws WireException {
        ProtoWriter out = new ProtoWriter(1);
        out.varint(1, Long.MIN_VALUE).varint(2, 0).float64(3, -0.0).text(4, "").text(5, "한글 \uD83D\uDE00");
        int list = out.begin(6);
        out.packed(0).packed(300).packed(-1);
        out.end(list).bytes(1000, new byte[] {1, 2, 3}, 1, 2);

        ProtoReader in = new ProtoReader(out.array(), 0, out.size());
        assertThat(in.next()).isTrue();
        assertThat(in.varint()).isEqualTo(Long.MIN_VALUE);
        assertThat(in.next()).isTrue();
        assertThat(in.field()).as("a zero is left out").isEqualTo(3);
        assertThat(in.float64()).isEqualTo(-0.0);
        assertThat(in.next()).isTrue();
        assertThat(in.text()).isEmpty();
        assertThat(in.next()).isTrue();
        assertThat(in.text()).isEqualTo("한글 \uD83D\uDE00");
        assertThat(in.next()).isTrue();
        int outer = in.enter();
        assertThat(in.packed()).isEqualTo(0);
        assertThat(in.packed()).isEqualTo(300);
        assertThat(in.packed()).isEqualTo(-1);
        assertThat(in.more()).isFalse();
        in.leave(outer);
        assertThat(in.next()).isTrue();
        assertThat(in.field()).isEqualTo(1000);
        assertThat(in.length()).isEqualTo(2);
        in.jump(2);
        assertThat(in.next()).isFalse();
    }

    @Test
    void protobuf_messagesOfAnyLength_areFoundAgain() throws WireException {
        for (int length : new int[] {0, 1, 126, 127, 128, 129, 16_383, 16_384, 2_097_151, 2_097_152}) {
            String text = "x".repeat(length);
            ProtoWriter out = new ProtoWriter(8);
            int outer = out.begin(1);
            int inner = out.begin(2);
            out.text(3, text).end(inner).end(outer).varint(4, 7);

            ProtoReader in = new ProtoReader(out.array(), 0, out.size());
            assertThat(in.next()).isTrue();
            int afterOuter = in.enter();
            assertThat(in.next()).isTrue();
            int afterInner = in.enter();
            assertThat(in.next()).isTrue();
            assertThat(in.text()).isEqualTo(text);
            assertThat(in.next()).isFalse();
            in.leave(afterInner);
            in.leave(afterOuter);
            assertThat(in.next()).isTrue();
            assertThat(in.varint()).isEqualTo(7);
        }
    }

    @Test
    void protobuf_hostileBytes_areRefusedByName() {
        refuses(new byte[] {0x0a, (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0x0f}, "length 4294967295");
        refuses(bytes(0x0a, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01), "length 18446744073709551615");
        refuses(bytes(0x08, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01), "more than 10 bytes");
        refuses(bytes(0x08, 0x80), "ends within a number");
        refuses(bytes(0x09, 1, 2, 3), "ends within a number");
        refuses(bytes(0x0d, 1, 2, 3), "ends within a number");
        refuses(bytes(0x0b), "wire type 3");
        refuses(bytes(0x00), "tag 0");
        refuses(bytes(0xf8, 0xff, 0xff, 0xff, 0xff, 0x01), "tag");
    }

    private static void refuses(byte[] message, String why) {
        assertThatThrownBy(() -> readAll(message))
                .isInstanceOf(WireException.class)
                .hasMessageContaining(why);
    }

    private static void readAll(byte[] message) throws WireException {
        ProtoReader in = new ProtoReader(message, 0, message.length);
        while (in.next()) {
            in.skip();
        }
    }

    @Test
    void protobuf_textThatIsNotUtf8_isRefused() throws WireException {
        ProtoReader in = new ProtoReader(bytes(0x0a, 2, 0xc3, 0x28), 0, 4);
        assertThat(in.next()).isTrue();
        assertThatThrownBy(in::text).isInstanceOf(WireException.class).hasMessageContaining("UTF-8");
    }

    @Test
    void protobuf_randomBytes_endInAnswerOrError() {
        long seed = 20261124;
        Random random = new Random(seed);
        for (int round = 0; round < 10_000; round++) {
            byte[] message = new byte[random.nextInt(40)];
            random.nextBytes(message);
            try {
                readAll(message);
            } catch (WireException e) {
                assertThat(e).hasMessageStartingWith("protobuf: ");
            } catch (RuntimeException e) {
                fail("seed " + seed + " round " + round + " bytes " + Arrays.toString(message), e);
            }
        }
    }

    @Test
    void snappy_anything_comesBack() throws WireException {
        Random random = new Random(7);
        for (int length : new int[] {0, 1, 15, 16, 65_535, 65_536, 65_537, 1_000_000}) {
            byte[] bytes = new byte[length];
            for (int i = 0; i < length; i++) {
                bytes[i] = (byte) (random.nextInt(10) == 0 ? random.nextInt() : i >> 5);
            }
            byte[] block = SnappyBlock.encode(bytes, length);
            assertThat(SnappyBlock.decode(block, length)).isEqualTo(bytes);
        }
    }

    @Test
    void zstd_anything_comesBack() {
        Random random = new Random(7);
        for (int length : new int[] {0, 1, 100, 70_000, 300_000}) {
            byte[] bytes = new byte[length];
            for (int i = 0; i < length; i++) {
                bytes[i] = (byte) (random.nextInt(10) == 0 ? random.nextInt() : i / 7);
            }
            byte[] frame = ZstdFrame.encode(bytes);
            byte[] decoded = new byte[length];
            assertThat(new ZstdDecompressor().decompress(frame, 0, frame.length, decoded, 0, length))
                    .isEqualTo(length);
            assertThat(decoded).isEqualTo(bytes);
        }
    }

    @Test
    void snappy_moreThanAllowed_isRefusedBeforeItIsDecompressed() {
        byte[] block = SnappyBlock.encode(new byte[1000], 1000);
        assertThatThrownBy(() -> SnappyBlock.decode(block, 999))
                .isInstanceOfSatisfying(
                        WireException.class, e -> assertThat(e.isTooLarge()).isTrue())
                .hasMessageContaining("1000 bytes when decompressed (expected: at most 999)");
        byte[] bomb = bytes(0xff, 0xff, 0xff, 0xff, 0x0f, 0);
        assertThatThrownBy(() -> SnappyBlock.decode(bomb, SnappyBlock.MAX_DECODED))
                .isInstanceOf(WireException.class)
                .hasMessageContaining("expected: at most");
    }

    @Test
    void snappy_damagedBlocks_endInAnswerOrError() {
        long seed = 99;
        Random random = new Random(seed);
        byte[] text = "kafka_consumergroup_lag{topic=\"orders\"} ".repeat(50).getBytes(StandardCharsets.UTF_8);
        byte[] good = SnappyBlock.encode(text, text.length);
        for (int round = 0; round < 10_000; round++) {
            byte[] block = Arrays.copyOf(good, random.nextInt(good.length + 1));
            for (int i = 0; i < random.nextInt(4) && block.length > 0; i++) {
                block[random.nextInt(block.length)] = (byte) random.nextInt();
            }
            try {
                SnappyBlock.decode(block, 100_000);
            } catch (WireException e) {
                assertThat(e).hasMessageStartingWith("snappy: ");
            } catch (RuntimeException e) {
                fail("seed " + seed + " round " + round + " bytes " + Arrays.toString(block), e);
            }
        }
    }

    @Test
    void frames_ofManySizes_comeBack() throws IOException, WireException {
        for (int length : new int[] {0, 1, 127, 128, 20_000}) {
            byte[] message = new byte[length];
            Arrays.fill(message, (byte) 5);
            ByteArrayInputStream stream = new ByteArrayInputStream(Frames.encode(message, length));
            assertThat(Frames.read(stream, 20_000)).isEqualTo(message);
            assertThat(Frames.read(stream, 20_000)).isNull();
        }
    }

    @Test
    void frames_checksumOfTheStandardsExample_isCrc32c() {
        byte[] digits = "123456789".getBytes(StandardCharsets.US_ASCII);
        assertThat(Frames.encode(digits, 9)).startsWith(bytes(9, 0xe3, 0x06, 0x92, 0x83));
    }

    @Test
    void frames_damagedOrTooLarge_areRefused() {
        byte[] frame = Frames.encode(new byte[100], 100);
        frame[50] ^= 1;
        assertThatThrownBy(() -> Frames.read(new ByteArrayInputStream(frame), 1000))
                .isInstanceOf(WireException.class)
                .hasMessageContaining("checksum");
        assertThatThrownBy(() -> Frames.read(new ByteArrayInputStream(frame), 99))
                .hasMessageContaining("100 bytes (expected: at most 99)");
        assertThatThrownBy(() -> Frames.read(new ByteArrayInputStream(frame, 0, 60), 1000))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("ends after 55 of 100 bytes");
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
