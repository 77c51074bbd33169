package io.klamm.lab.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** What Linux says of a process in {@code /proc}; other systems say nothing. */
final class ProcessFacts {

    private ProcessFacts() {}

    static boolean paused(long pid) {
        return line(pid, "State:").startsWith("T");
    }

    static OptionalLong rssBytes(long pid) {
        String kilobytes = line(pid, "VmRSS:").replace("kB", "").trim();
        return kilobytes.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(kilobytes) * 1024);
    }

    private static String line(long pid, String key) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                    .filter(line -> line.startsWith(key))
                    .map(line -> line.substring(key.length()).trim())
                    .findFirst()
                    .orElse("");
        } catch (IOException e) {
            return "";
        }
    }
}
