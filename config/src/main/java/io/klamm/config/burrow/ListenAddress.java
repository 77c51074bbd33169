package io.klamm.config.burrow;

import io.klamm.config.Format;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An address to listen on as Go programs write it: {@code :8000} is port 8000 of every interface. */
record ListenAddress(String written, String host, int port) {

    static final ListenAddress ANY = new ListenAddress(":0", "", 0);

    static final Format<ListenAddress> FORMAT =
            Format.of(":port or host:port, such as 127.0.0.1:8000", ListenAddress::parse);

    private static final Pattern WRITTEN = Pattern.compile("([A-Za-z0-9._-]*|\\[[0-9A-Fa-f:.%]+]):([0-9]{1,5})");

    private static Optional<ListenAddress> parse(String text) {
        Matcher matcher = WRITTEN.matcher(text);
        if (!matcher.matches() || Integer.parseInt(matcher.group(2)) > 65_535) {
            return Optional.empty();
        }
        String host = matcher.group(1).replace("[", "").replace("]", "");
        return Optional.of(new ListenAddress(text, host, Integer.parseInt(matcher.group(2))));
    }
}
