package io.klamm.notifier.channel.teams;

import io.klamm.notifier.channel.text.Cut;
import java.util.function.IntFunction;

/** Keeps cards to what Teams takes: 28 KB, all in all. */
final class CardSize {

    private static final int MOST_BYTES = 28 * 1024;
    private static final int SHORTEST = 500;

    private CardSize() {}

    /**
     * The card with the longest text that fits.
     *
     * @param card the card whose text has at most so many characters
     */
    static String fitting(IntFunction<String> card) {
        int limit = MOST_BYTES;
        String written = card.apply(limit);
        while (Cut.size(written) > MOST_BYTES && limit > SHORTEST) {
            limit = limit * 3 / 4;
            written = card.apply(limit);
        }
        return written;
    }
}
