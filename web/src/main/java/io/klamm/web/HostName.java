package io.klamm.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The name of this machine, as its system has it. */
final class HostName {

    private static final Path LINUX = Path.of("/proc/sys/kernel/hostname");

    private HostName() {}

    /** The name; {@code localhost} where there is none to be had. */
    static String read() {
        try {
            // No name server is asked, as it would be by Java's own way.
            return Files.readString(LINUX).strip();
        } catch (IOException notLinux) {
            return resolved();
        }
    }

    private static String resolved() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
