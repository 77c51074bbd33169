package io.klamm.lab.cluster;

import io.klamm.lab.LabException;
import io.klamm.lab.cluster.PortPlan.PortUse;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.List;

/** Finds out before anything is started whether every port can be had. */
final class PortCheck {

    private PortCheck() {}

    static boolean free(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(Addresses.local(port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    static void requireFree(List<PortUse> uses) {
        for (PortUse use : uses) {
            if (!free(use.port())) {
                throw new LabException("port: " + use.port() + " (" + use.what() + ") is taken"
                        + PortHolder.of(use.port())
                                .map(holder -> " by " + holder)
                                .orElse("")
                        + " (expected: a free port; another --kafka-port moves all ports of the lab)");
            }
        }
    }
}
