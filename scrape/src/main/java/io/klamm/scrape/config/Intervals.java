package io.klamm.scrape.config;

import io.klamm.config.Section;
import java.time.Duration;

/** Durations of which none and zero mean "as usual". */
final class Intervals {

    private Intervals() {}

    static Duration positive(Section section, String key, Duration usual) {
        Duration written = section.duration(key, Duration.ZERO);
        return written.isZero() ? usual : written;
    }
}
