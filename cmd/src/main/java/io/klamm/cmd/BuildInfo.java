package io.klamm.cmd;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Which version this is, as Maven wrote it into the jar. */
final class BuildInfo {

    private BuildInfo() {}

    static String version() {
        Properties properties = new Properties();
        try (InputStream in = BuildInfo.class.getResourceAsStream("build.properties")) {
            if (in == null) {
                return "unknown";
            }
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("build.properties cannot be read from the jar", e);
        }
        return properties.getProperty("version", "unknown");
    }
}
