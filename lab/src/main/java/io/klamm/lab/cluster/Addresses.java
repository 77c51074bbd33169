package io.klamm.lab.cluster;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/** Where nodes listen: as a socket's address, and as {@code host:port} lists for Kafka's clients. */
final class Addresses {

    private Addresses() {}

    /** The port on 127.0.0.1, which no resolver can make anything else. */
    static InetSocketAddress local(int port) throws UnknownHostException {
        return new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
    }

    static String join(String host, List<Node> nodes, ToIntFunction<Node> port) {
        return nodes.stream().map(node -> host + ":" + port.applyAsInt(node)).collect(Collectors.joining(","));
    }
}
