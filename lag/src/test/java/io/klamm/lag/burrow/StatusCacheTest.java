package io.klamm.lag.burrow;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.model.burrow.BurrowGroupStatus;
import org.junit.jupiter.api.Test;

class StatusCacheTest {

    private final StatusCache cache = new StatusCache(10);

    @Test
    void put_manyNamesThatNobodyKnows_forgetsTheOldest() {
        for (int i = 0; i < 2000; i++) {
            cache.put("g" + i, BurrowGroupStatus.notFound("main", "g" + i), 0, 0);
        }

        assertThat(cache.get("g0", 0)).isNull();
        assertThat(cache.get("g1999", 0)).isNotNull();
    }

    @Test
    void get_tooOld_isNone() {
        cache.put("g", BurrowGroupStatus.notFound("main", "g"), 0, 0);

        assertThat(cache.get("g", 9)).isNotNull();
        assertThat(cache.get("g", 10)).isNull();
    }
}
