package io.klamm.storage.remote.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import io.klamm.model.series.StaleMarker;
import io.klamm.storage.SampleBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;

class XorChunkTest {

    @Test
    void chunk_anySamples_comeBackBitForBit() throws WireException {
        long seed = 4711;
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            SampleBuffer samples = samples(random);
            byte[] chunk = XorChunk.encode(samples, 0, samples.size());
            SampleBuffer back = new SampleBuffer();
            XorChunk.decode(chunk, 0, chunk.length, Long.MIN_VALUE, Long.MAX_VALUE, back);
            assertThat(back.size()).as("seed " + seed + " round " + round).isEqualTo(samples.size());
            for (int i = 0; i < samples.size(); i++) {
                String where = "seed " + seed + " round " + round + " sample " + i;
                assertThat(back.time(i)).as(where).isEqualTo(samples.time(i));
                assertThat(Double.doubleToRawLongBits(back.value(i)))
                        .as(where)
                        .isEqualTo(Double.doubleToRawLongBits(samples.value(i)));
            }
        }
    }

    private static SampleBuffer samples(Random random) {
        SampleBuffer samples = new SampleBuffer();
        long time = random.nextInt(3) == 0 ? -random.nextInt(1_000_000) : 1_700_000_000_000L;
        double value = random.nextInt(1000);
        int count = 1 + random.nextInt(200);
        for (int i = 0; i < count; i++) {
            time += switch (random.nextInt(8)) {
                case 0 -> 1 + random.nextInt(8_300);
                case 1 -> 1 + random.nextInt(70_000);
                case 2 -> 1 + random.nextInt(600_000);
                case 3 -> 1 + (long) random.nextInt(Integer.MAX_VALUE) * 100;
                default -> 15_000;
            };
            value = switch (random.nextInt(8)) {
                case 0 -> value + random.nextInt(100);
                case 1 -> random.nextGaussian();
                case 2 -> Double.longBitsToDouble(random.nextLong());
                case 3 -> random.nextBoolean() ? StaleMarker.VALUE : Double.NEGATIVE_INFINITY;
                default -> value;
            };
            samples.add(time, value);
        }
        return samples;
    }

    @Test
    void chunk_ofTwoSamples_hasPrometheusBytes() {
        SampleBuffer samples = new SampleBuffer();
        samples.add(1000, 1);
        samples.add(2000, 1);
        assertThat(XorChunk.encode(samples, 0, 2))
                .containsExactly(0, 2, 0xd0, 0x0f, 0x3f, 0xf0, 0, 0, 0, 0, 0, 0, 0xe8, 0x07, 0);
    }

    @Test
    void chunk_onlyTheSpanAskedFor_isRead() throws WireException {
        SampleBuffer samples = new SampleBuffer();
        for (int i = 0; i < 10; i++) {
            samples.add(i * 1000L, i);
        }
        byte[] chunk = XorChunk.encode(samples, 2, 9);
        SampleBuffer back = new SampleBuffer();
        XorChunk.decode(chunk, 0, chunk.length, 4000, 6000, back);
        assertThat(back.size()).isEqualTo(3);
        assertThat(back.time(0)).isEqualTo(4000);
    }

    @Test
    void chunk_damaged_endsInSamplesOrError() {
        long seed = 8;
        Random random = new Random(seed);
        for (int round = 0; round < 10_000; round++) {
            byte[] chunk = new byte[random.nextInt(60)];
            random.nextBytes(chunk);
            if (chunk.length > 1) {
                chunk[0] = 0;
            }
            try {
                XorChunk.decode(chunk, 0, chunk.length, Long.MIN_VALUE, Long.MAX_VALUE, new SampleBuffer());
            } catch (WireException e) {
                assertThat(e).hasMessageStartingWith("chunk: ");
            } catch (RuntimeException e) {
                fail("seed " + seed + " round " + round, e);
            }
        }
    }

    @Test
    void chunk_withoutSamples_isNone() {
        assertThatThrownBy(() -> XorChunk.encode(new SampleBuffer(), 0, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
