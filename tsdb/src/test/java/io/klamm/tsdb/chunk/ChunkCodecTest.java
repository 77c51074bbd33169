package io.klamm.tsdb.chunk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.klamm.model.series.StaleMarker;
import io.klamm.storage.StorageException;
import io.klamm.tsdb.files.ByteWriter;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ChunkCodecTest {

    private final ChunkEncoder encoder = new ChunkEncoder();
    private final ChunkDecoder decoder = new ChunkDecoder();

    @Test
    void decode_anyValues_areTheSameBits() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Set<Integer> codecs = new TreeSet<>();
        for (int round = 0; round < 3_000; round++) {
            double[] values = ValueShapes.random(random, 1 + random.nextInt(random.nextInt(10) == 0 ? 2_000 : 200));
            byte[] packed = encode(values);
            codecs.add(ValueCodec.codec(packed[0]));
            assertThat(bits(decode(packed, values.length)))
                    .as("seed %d round %d", seed, round)
                    .isEqualTo(bits(values));
        }
        assertThat(codecs).as("seed %d", seed).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void encode_behindOtherBytes_leavesTheseAlone() {
        double[] values = {0, 1.5, 2.5, 7, StaleMarker.VALUE};
        ByteWriter out = new ByteWriter(1);
        out.putInt(0x12345678);
        encoder.encode(values, 1, 4, out);
        int end = out.size();
        out.putInt(-1);
        double[] back = new double[6];
        decoder.decode(out.array(), 4, end, 4, back, 1);
        assertThat(bits(Arrays.copyOfRange(back, 1, 5))).isEqualTo(bits(Arrays.copyOfRange(values, 1, 5)));
        assertThat(back[5]).isZero();
    }

    @Test
    void encode_constant_takesFewBytes() {
        double[] values = new double[480];
        Arrays.fill(values, 3);
        assertThat(encode(values)).hasSize(2);
        Arrays.fill(values, StaleMarker.VALUE);
        assertThat(encode(values)).hasSize(9);
    }

    @Test
    void encode_counterOfEvenRate_takesFewBits() {
        double[] values = new double[480];
        for (int i = 0; i < values.length; i++) {
            values[i] = 1_000_000_000 + 1_500.0 * i;
        }
        assertThat(encode(values).length).isLessThan(24);
    }

    @Test
    void encode_decimals_areAsSmallAsNumbers() {
        Random random = new Random(3);
        double[] whole = new double[480];
        double[] hundredths = new double[480];
        for (int i = 0; i < whole.length; i++) {
            whole[i] = random.nextInt(10_000);
            hundredths[i] = whole[i] / 100;
        }
        assertThat(encode(hundredths)).hasSameSizeAs(encode(whole));
    }

    @Test
    void encode_numbersThatEndInAStaleMarker_costOneOddValueMore() {
        double[] values = new double[100];
        for (int i = 0; i < values.length; i++) {
            values[i] = i * i;
        }
        int plain = encode(values).length;
        values[99] = StaleMarker.VALUE;
        assertThat(encode(values).length).isBetween(plain, plain + 16);
    }

    @Test
    void encode_randomBits_isNeverMuchLargerThanThese() {
        Random random = new Random(5);
        double[] values = new double[300];
        for (int i = 0; i < values.length; i++) {
            values[i] = Double.longBitsToDouble(random.nextLong());
        }
        assertThat(encode(values).length).isLessThanOrEqualTo(1 + 8 * values.length);
    }

    @Test
    void encode_noValues_isRefused() {
        assertThatThrownBy(() -> encoder.encode(new double[1], 0, 0, new ByteWriter()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("values: 0 (expected: 1 to 4096)");
    }

    @Test
    void decode_damagedBytes_endsOrSaysSo() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int refused = 0;
        for (int round = 0; round < 5_000; round++) {
            double[] values = ValueShapes.random(random, 1 + random.nextInt(100));
            byte[] packed = encode(values);
            for (int flips = random.nextInt(4); flips >= 0; flips--) {
                packed[random.nextInt(packed.length)] ^= (byte) (1 << random.nextInt(8));
            }
            byte[] cut = random.nextInt(4) == 0 ? Arrays.copyOf(packed, random.nextInt(packed.length + 1)) : packed;
            try {
                decode(cut, values.length);
            } catch (StorageException e) {
                refused++;
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed + " round " + round, e);
            }
        }
        assertThat(refused).as("seed %d", seed).isGreaterThan(100);
    }

    @Test
    void decode_unknownCodec_isNamed() {
        assertThatThrownBy(() -> decode(new byte[] {16}, 1))
                .isInstanceOf(StorageException.class)
                .hasMessage("chunk: codec 16 (expected: 0 to 4)");
    }

    private byte[] encode(double[] values) {
        ByteWriter out = new ByteWriter();
        encoder.encode(values, 0, values.length, out);
        return out.toBytes();
    }

    private double[] decode(byte[] packed, int count) {
        double[] values = new double[count];
        decoder.decode(packed, 0, packed.length, count, values, 0);
        return values;
    }

    private static long[] bits(double[] values) {
        return Arrays.stream(values).mapToLong(Double::doubleToRawLongBits).toArray();
    }
}
