package io.klamm.benchmarks.peer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** A clock that ticks as collectors and alerts do, every 100 ms on a thread of its own, and writes down every second how late the ticks of the last ten seconds came. */
final class Lateness implements Runnable {

    private static final long EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final int KEPT = 100;

    /** Where it writes, below the directory of the server. */
    static final String FILE = "lateness";

    private final Path file;
    private final long[] late = new long[KEPT];

    private Lateness(Path file) {
        this.file = file;
    }

    static void start(Path file) {
        Thread thread = new Thread(new Lateness(file), "klamm-clock");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void run() {
        long due = System.nanoTime();
        try {
            for (int tick = 1; ; tick++) {
                due += EVERY_NANOS;
                TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
                late[tick % KEPT] = Math.max(0, System.nanoTime() - due);
                if (tick % 10 == 0) {
                    write();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write() {
        long[] sorted = late.clone();
        Arrays.sort(sorted);
        try {
            Files.writeString(
                    file,
                    String.format(
                            Locale.ROOT,
                            "median %.1f ms, 90 %% %.1f ms, latest %.1f ms",
                            sorted[KEPT / 2] / 1e6,
                            sorted[KEPT * 9 / 10] / 1e6,
                            sorted[KEPT - 1] / 1e6));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
