package io.klamm.cmd;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;

/**
 * The switch by which another process turns the demo's slow consumer off and on: two small files beside the practice cluster, of which one says how it is wanted and the
 * other how it is.
 */
final class ConsumerSwitch {

    private static final String ON = "on";
    private static final String OFF = "off";
    private static final long LOOK_MILLIS = 100;

    private final Path wanted;
    private final Path is;

    /** @param lab the practice cluster's directory */
    ConsumerSwitch(Path lab) {
        this.wanted = lab.resolve("slow-consumer.wanted");
        this.is = lab.resolve("slow-consumer.is");
    }

    /** Whether a demo has the switch in its hands, as far as the files tell. */
    boolean attended() {
        return Files.exists(is);
    }

    boolean wantedOn() throws IOException {
        return !read(wanted).equals(OFF);
    }

    void want(boolean on) throws IOException {
        write(wanted, on);
    }

    void tell(boolean on) throws IOException {
        write(is, on);
    }

    /** Forgets what was wanted; nobody attends to it any more. */
    void clear() throws IOException {
        Files.deleteIfExists(wanted);
        Files.deleteIfExists(is);
    }

    /** Waits until it is as wanted; false when it is not in time. */
    boolean await(boolean on, Duration atMost) throws IOException, InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        while (!read(is).equals(on ? ON : OFF)) {
            if (System.nanoTime() > end) {
                return false;
            }
            Thread.sleep(LOOK_MILLIS);
        }
        return true;
    }

    private static String read(Path file) throws IOException {
        return Files.exists(file) ? Files.readString(file).strip() : "";
    }

    /** Whole or not at all: the other process may look at any moment. */
    private static void write(Path file, boolean on) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".tmp");
        Files.writeString(draft, on ? ON : OFF);
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
