package io.klamm.lab.cluster;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A process that cannot be mistaken for a later one with the same number.
 *
 * @param pid the number, which the operating system gives out again after a while
 * @param started when the process began, in milliseconds since 1970
 */
record ProcessId(long pid, long started) {

    /** The operating system's own word for the same start differs by up to a second when its clock is set. */
    private static final Duration SLACK = Duration.ofSeconds(2);

    static ProcessId of(ProcessHandle handle) {
        return new ProcessId(
                handle.pid(),
                handle.info().startInstant().map(Instant::toEpochMilli).orElse(0L));
    }

    /** The reverse of {@link #toString()}. */
    static ProcessId parse(String text) {
        String[] parts = text.split("@", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("process: " + text + " (expected: PID@MILLISECONDS)");
        }
        return new ProcessId(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
    }

    /** The process, if it still runs and is the one that was meant. */
    Optional<ProcessHandle> alive() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::isSame);
    }

    private boolean isSame(ProcessHandle handle) {
        long since = handle.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
        return Math.abs(since - started) <= SLACK.toMillis();
    }

    @Override
    public String toString() {
        return pid + "@" + started;
    }
}
