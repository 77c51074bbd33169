package io.klamm.lab.cluster;

import io.klamm.lab.LabException;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * The ports of one lab in a test, kept from the labs of all other tests on this machine for as long as the block is held.
 *
 * <p>Blocks of 400 ports begin at 10000, 10400 ... 32000; who has bound a block's last port holds the block.
 */
final class PortBlock implements AutoCloseable {

    private static final int FIRST = 10_000;
    private static final int SIZE = 400;
    private static final int BLOCKS = 56;

    private final int base;
    private final ServerSocket held;

    private PortBlock(int base, ServerSocket held) {
        this.base = base;
        this.held = held;
    }

    /** A block that no lab holds and nobody else listens in. */
    static PortBlock take(Random random) {
        List<Integer> bases = new ArrayList<>();
        for (int i = 0; i < BLOCKS; i++) {
            bases.add(FIRST + i * SIZE);
        }
        Collections.shuffle(bases, random);
        for (int base : bases) {
            ServerSocket socket = hold(base + SIZE - 1);
            if (socket != null && quiet(base)) {
                return new PortBlock(base, socket);
            }
            close(socket);
        }
        throw new LabException("ports: no free block of " + SIZE + " between " + FIRST + " and 32400");
    }

    /** The base for {@link LabConfigBuilder#kafkaPort}. */
    int base() {
        return base;
    }

    private static boolean quiet(int base) {
        for (int port = base; port < base + SIZE - 1; port++) {
            if (!PortCheck.free(port)) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable ServerSocket hold(int port) {
        try {
            ServerSocket socket = new ServerSocket();
            try {
                socket.bind(Addresses.local(port));
                return socket;
            } catch (IOException e) {
                socket.close();
                return null;
            }
        } catch (IOException e) {
            throw new LabException("ports: no socket can be opened: " + e.getMessage(), e);
        }
    }

    private static void close(@Nullable ServerSocket socket) {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException e) {
            throw new LabException("ports: a socket cannot be closed: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        close(held);
    }
}
