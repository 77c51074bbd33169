package io.klamm.kafka;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;

/**
 * Finds out that a port speaks something else than Kafka without TLS, before a client is let loose on it.
 *
 * <p>Kafka's clients take the first four bytes of any answer for a length and allocate that much: a TLS alert reads as 336 MB and an HTTP error as 1.1 GB, enough to
 * end this process. Asks as a client would, once for each client made.
 */
final class ListenerProbe {

    private static final int LIMIT_MILLIS = 1_000;
    private static final int MOST_ADDRESSES = 3;

    /** A length that no answer to this request has. */
    private static final int LONGEST_ANSWER = 1 << 20;

    private static final int HTTP = 0x48545450;
    private static final int TLS_VERSION = 3;

    /** {@code ApiVersions}, version 0, without a client id: every listener answers it before any login. */
    private static final byte[] REQUEST = {0, 0, 0, 10, 0, 18, 0, 0, 0, 0, 0, 1, -1, -1};

    private ListenerProbe() {}

    /** Whether these settings would send Kafka's bare protocol. */
    static boolean concerns(ClientProperties client) {
        String protocol = client.values().getOrDefault("security.protocol", "PLAINTEXT");
        return protocol.strip().toUpperCase(Locale.ROOT).endsWith("PLAINTEXT");
    }

    /** What is wrong with the first of the addresses that answers; empty when nothing is, or none answers. */
    static Optional<String> complaint(String bootstrapServers) {
        String[] addresses = bootstrapServers.split(",", -1);
        for (int i = 0; i < Math.min(addresses.length, MOST_ADDRESSES); i++) {
            String address = addresses[i].strip();
            OptionalInt first = answer(address);
            if (first.isPresent()) {
                return complaint(address, first.getAsInt());
            }
        }
        return Optional.empty();
    }

    /** Empty when nobody is there, or nothing is said: that is for the client to find out, with its own patience. */
    private static OptionalInt answer(String address) {
        Matcher parts = BootstrapServers.ADDRESS.matcher(address);
        if (!parts.matches()) {
            return OptionalInt.empty();
        }
        try {
            return OptionalInt.of(firstBytes(parts.group(1), Integer.parseInt(parts.group(2))));
        } catch (IOException e) {
            return OptionalInt.empty();
        }
    }

    private static int firstBytes(String host, int port) throws IOException {
        try (Socket socket = new Socket()) {
            socket.setSoTimeout(LIMIT_MILLIS);
            InetSocketAddress address = new InetSocketAddress(host.replaceAll("[\\[\\]]", ""), port);
            if (address.isUnresolved()) {
                throw new EOFException(host);
            }
            socket.connect(address, LIMIT_MILLIS);
            socket.getOutputStream().write(REQUEST);
            return new DataInputStream(socket.getInputStream()).readInt();
        }
    }

    static Optional<String> complaint(String address, int first) {
        if (first >= 0 && first <= LONGEST_ANSWER) {
            return Optional.empty();
        }
        String instead = first == HTTP ? "HTTP" : "something else than Kafka";
        int kind = first >>> 24;
        boolean tls = (kind == 0x15 || kind == 0x16) && (first >>> 16 & 0xff) == TLS_VERSION;
        return Optional.of(
                tls
                        ? address + " speaks TLS (expected: security.protocol SSL or SASL_SSL)"
                        : address + " speaks " + instead + " (expected: a Kafka listener)");
    }
}
