package io.klamm.storage.remote.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.model.series.Labels;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SeriesCacheTest {

    @Test
    void series_withinTheLimit_areAllFound() {
        SeriesCache cache = new SeriesCache();
        Random random = new Random(5);
        long[] hashes = random.longs(2_000).toArray();
        for (int i = 0; i < 1_000; i++) {
            cache.put(series(hashes[2 * i], hashes[2 * i + 1]), 10_000);
        }
        for (int i = 0; i < 1_000; i++) {
            assertThat(cache.get(hashes[2 * i], hashes[2 * i + 1], 10_000)).isNotNull();
            assertThat(cache.get(hashes[2 * i] + 1, hashes[2 * i + 1], 10_000)).isNull();
        }
        assertThat(cache.size()).isEqualTo(1_000);
    }

    @Test
    void series_beyondTheLimit_theUnusedAreForgotten() {
        SeriesCache cache = new SeriesCache();
        CachedSeries used = series(-1, -1);
        cache.put(used, 100);
        for (int i = 0; i < 10_000; i++) {
            cache.put(series(i, i), 100);
            assertThat(cache.get(-1, -1, 100)).isSameAs(used);
            assertThat(cache.size()).isLessThanOrEqualTo(100);
        }
        assertThat(cache.get(1, 1, 100)).isNull();
    }

    @Test
    void hash_everyBitCounts() {
        LabelHash hash = new LabelHash(new Random(9));
        Random random = new Random(10);
        for (int length = 0; length < 70; length++) {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);
            Set<String> seen = new HashSet<>();
            hash.of(bytes, 0, length);
            seen.add(hash.high() + "/" + hash.low());
            for (int bit = 0; bit < length * 8; bit++) {
                bytes[bit / 8] ^= (byte) (1 << bit % 8);
                hash.of(bytes, 0, length);
                assertThat(seen.add(hash.high() + "/" + hash.low())).isTrue();
                bytes[bit / 8] ^= (byte) (1 << bit % 8);
            }
        }
    }

    @Test
    void hash_zeroesOfAnyNumber_differ() {
        LabelHash hash = new LabelHash(new Random(9));
        Set<Long> seen = new HashSet<>();
        for (int length = 0; length < 100; length++) {
            hash.of(new byte[length], 0, length);
            assertThat(seen.add(hash.low())).isTrue();
        }
    }

    private static CachedSeries series(long high, long low) {
        return new CachedSeries(high, low, () -> Labels.EMPTY);
    }
}
