package io.klamm.lag.journal;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;

/**
 * How much of the past is kept of one cluster.
 *
 * @param directory where its files are
 * @param keep how far back they reach, at most
 * @param maxBytes how large they are together, about
 */
public record JournalConfig(Path directory, Duration keep, long maxBytes) {

    /** So much of the past is read before the first verdict, that it is not blind: longer than any usual window. */
    public static final Duration WARM_UP = Duration.ofMinutes(30);

    /** The directory of a cluster, below the one of all data; a name that is not one of a file is written in hexadecimal. */
    public static Path directory(Path dataDir, String cluster) {
        boolean plain = cluster.matches("[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}");
        return dataDir.resolve("lag").resolve(plain ? cluster : "x-" + hex(cluster));
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }
}
