package io.klamm.kafka;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The addresses at which a cluster is first asked. */
final class BootstrapServers {

    /** Host (an IPv6 address in brackets) and port. */
    static final Pattern ADDRESS = Pattern.compile("(\\[[0-9A-Fa-f:.%]+]|[^\\s:\\[\\],/]+):(\\d{1,5})");

    private static final int HIGHEST_PORT = 65_535;

    private BootstrapServers() {}

    /** Whether the text is a list of {@code host:port}. Names are not looked up. */
    static boolean wellFormed(String text) {
        return Arrays.stream(text.split(",", -1)).map(String::strip).allMatch(BootstrapServers::address);
    }

    private static boolean address(String text) {
        Matcher matcher = ADDRESS.matcher(text);
        if (!matcher.matches()) {
            return false;
        }
        int port = Integer.parseInt(matcher.group(2));
        return port >= 1 && port <= HIGHEST_PORT;
    }
}
