package io.klamm.it;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Random;

/** Free ports below the range from which the system gives ports to clients. */
final class Ports {

    private static final int LOWEST = 10_000;
    private static final int HIGHEST = 32_000;

    private Ports() {}

    /** One free port. */
    static int free() {
        Random random = new Random();
        while (true) {
            int port = LOWEST + random.nextInt(HIGHEST - LOWEST);
            if (isFree(port)) {
                return port;
            }
        }
    }

    /** A base at which a lab of three brokers and a controller finds all its ports free. */
    static int freeForLab() {
        Random random = new Random();
        while (true) {
            int base = LOWEST + random.nextInt(HIGHEST - 400 - LOWEST);
            if (free(base, 3) && free(base + 100, 1) && free(base + 200, 3) && free(base + 300, 1)) {
                return base;
            }
        }
    }

    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean free(int from, int count) {
        for (int port = from; port < from + count; port++) {
            if (!isFree(port)) {
                return false;
            }
        }
        return true;
    }
}
