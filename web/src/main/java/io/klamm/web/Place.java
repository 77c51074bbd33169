package io.klamm.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Where to listen.
 *
 * @param host as it is configured
 * @param port 0 for any free port
 */
record Place(String host, int port, InetAddress address) {

    /** An IOException says that the name is not known here. */
    static Place resolve(String host, int port) throws IOException {
        try {
            return new Place(host, port, InetAddress.getByName(host));
        } catch (UnknownHostException e) {
            throw new IOException("listen: " + text(host, port) + " (expected: an address of this machine)", e);
        }
    }

    /** Whether only programs on this machine can come here; others need a login. */
    boolean loopback() {
        return address.isLoopbackAddress();
    }

    /** {@code host:port}, with brackets around an IPv6 address. */
    static String text(String host, int port) {
        return (host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host) + ":" + port;
    }

    @Override
    public String toString() {
        return text(host, port);
    }
}
