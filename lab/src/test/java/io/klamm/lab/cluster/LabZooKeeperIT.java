package io.klamm.lab.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LabZooKeeperIT {

    @Test
    void server_answersUntilItIsKilled_andAgainOnTheSamePort() throws IOException {
        try (LabZooKeeper server = LabZooKeeper.start()) {
            assertThat(answer(server)).isEqualTo("imok");
            String address = server.address();
            server.kill();
            assertThatThrownBy(() -> answer(server)).isInstanceOf(IOException.class);

            server.restart();

            assertThat(server.address()).isEqualTo(address).startsWith("127.0.0.1:");
            assertThat(answer(server)).isEqualTo("imok");
        }
    }

    private static String answer(LabZooKeeper server) throws IOException {
        int port = Integer.parseInt(server.address().split(":", -1)[1]);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write("ruok".getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readNBytes(4), StandardCharsets.US_ASCII);
        }
    }
}
