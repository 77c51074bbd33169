package io.klamm.discovery.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The JDK's client against a name server of three names, over real datagrams. */
class JndiResolverTest {

    private static final int NAME_ERROR = 3;
    private static final int SERVER_FAILURE = 2;

    @Test
    void records_ofAServer_comeAsZoneFilesWriteThem() throws Exception {
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            Thread server = new Thread(() -> serve(socket), "name server");
            server.setDaemon(true);
            server.start();
            JndiResolver resolver = new JndiResolver("dns://127.0.0.1:" + socket.getLocalPort());
            assertThat(resolver.records("_m._tcp.example.", RecordType.SRV)).containsExactly("1 2 9100 n1.example.");
            assertThat(resolver.records("a.example.", RecordType.A)).containsExactly("10.1.2.3");
            assertThat(resolver.records("missing.example.", RecordType.A)).isEmpty();
            assertThatThrownBy(() -> resolver.records("broken.example.", RecordType.A))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("broken.example.");
        }
    }

    private static void serve(DatagramSocket socket) {
        byte[] buffer = new byte[512];
        while (!socket.isClosed()) {
            DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
            try {
                socket.receive(packet);
                byte[] answer = answer(Arrays.copyOf(packet.getData(), packet.getLength()));
                socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static byte[] answer(byte[] query) {
        int end = 12;
        StringBuilder name = new StringBuilder();
        while (query[end] != 0) {
            name.append(new String(query, end + 1, query[end], StandardCharsets.US_ASCII))
                    .append('.');
            end += query[end] + 1;
        }
        int type = query[end + 2];
        byte[] question = Arrays.copyOfRange(query, 12, end + 5);
        byte[] data =
                switch (name.toString()) {
                    case "_m._tcp.example." ->
                        new byte[] {0, 1, 0, 2, 0x23, (byte) 0x8c, 2, 'n', '1', 7, 'e', 'x', 'a', 'm', 'p', 'l', 'e', 0
                        };
                    case "a.example." -> new byte[] {10, 1, 2, 3};
                    default -> new byte[0];
                };
        int code = data.length > 0 ? 0 : name.toString().startsWith("broken") ? SERVER_FAILURE : NAME_ERROR;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {
            query[0], query[1], (byte) 0x85, (byte) code, 0, 1, 0, (byte) (code == 0 ? 1 : 0), 0, 0, 0, 0
        });
        out.writeBytes(question);
        if (code == 0) {
            out.writeBytes(new byte[] {(byte) 0xc0, 12, 0, (byte) type, 0, 1, 0, 0, 0, 60, 0, (byte) data.length});
            out.writeBytes(data);
        }
        return out.toByteArray();
    }
}
