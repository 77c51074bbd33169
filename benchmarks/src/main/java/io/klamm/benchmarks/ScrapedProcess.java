package io.klamm.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program that scrapes, as a process of its own, and what it has used up as Linux says it. */
final class ScrapedProcess implements AutoCloseable {

    /** The unit of {@code /proc/PID/stat}, which is the same on every Linux that matters here. */
    private static final double TICKS_A_SECOND = 100;

    private static final int AFTER_NAME_UTIME = 11;
    private static final int AFTER_NAME_STIME = 12;
    private static final long END_SECONDS = 30;

    private final Process process;

    private ScrapedProcess(Process process) {
        this.process = process;
    }

    static ScrapedProcess start(List<String> command, Path log) throws IOException {
        return new ScrapedProcess(new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start());
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** User and system time of all its threads, in seconds. */
    double cpuSeconds() throws IOException {
        String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
        // The name before these may have blanks and ends with the last bracket.
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[AFTER_NAME_UTIME]) + Long.parseLong(fields[AFTER_NAME_STIME])) / TICKS_A_SECOND;
    }

    /** Resident memory, in bytes: now ({@code VmRSS}) or at its most ({@code VmHWM}). */
    long memory(String field) throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"))) {
            if (line.startsWith(field + ":")) {
                return Long.parseLong(line.replaceAll("[^0-9]", "")) << 10;
            }
        }
        throw new IOException("/proc/" + process.pid() + "/status: no " + field);
    }

    /** Sends it a line. */
    void ask() throws IOException {
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
    }

    /** Asks it to end, and waits. */
    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        process.destroy();
        try {
            if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
