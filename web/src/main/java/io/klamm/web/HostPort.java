package io.klamm.web;

import io.klamm.config.Format;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An address to listen on, as the configuration writes it; the host is without brackets. */
record HostPort(String host, int port) {

    static final Format<HostPort> FORMAT = Format.of("host:port, such as 127.0.0.1:8080 or [::]:8080", HostPort::parse);

    static final Format<String> NAME = Format.of("a host name, such as klamm.example.com", text -> Optional.of(text)
            .filter(name -> name.matches("[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+]")));

    private static final Pattern WRITTEN =
            Pattern.compile("(?:(?:([A-Za-z0-9._-]+)|\\[([0-9A-Fa-f:.]+)]):)?([0-9]{1,5})");

    private static Optional<HostPort> parse(String text) {
        Matcher matcher = WRITTEN.matcher(text);
        if (!matcher.matches() || Integer.parseInt(matcher.group(3)) > 65_535) {
            return Optional.empty();
        }
        int port = Integer.parseInt(matcher.group(3));
        String name = matcher.group(1);
        String address = matcher.group(2);
        String host = name != null ? name : address != null ? address : WebConfig.DEFAULT_HOST;
        return Optional.of(new HostPort(host, port));
    }
}
