package io.klamm.notifier.channel.email;

import java.util.Optional;

/** The server that takes our mails. */
record Smarthost(String host, int port) {

    /** On this port TLS begins with the connection. */
    static final int IMPLICIT_TLS = 465;

    static final Smarthost NONE = new Smarthost("127.0.0.1", 25);

    private static final int LAST_PORT = 65_535;

    /** Reads {@code host:port}; brackets around a host with colons are dropped. */
    static Optional<Smarthost> parse(String text) {
        int colon = text.lastIndexOf(':');
        String port = text.substring(colon + 1);
        if (colon <= 0 || !port.matches("[0-9]{1,5}")) {
            return Optional.empty();
        }
        int number = Integer.parseInt(port);
        String host = text.substring(0, colon).replaceAll("^\\[(.*)]$", "$1");
        return number == 0 || number > LAST_PORT ? Optional.empty() : Optional.of(new Smarthost(host, number));
    }
}
