package io.klamm.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ListenerProbeTest {

    @Test
    void complaint_tlsAlert_namesTls() {
        assertThat(ListenerProbe.complaint("b:9093", 0x15030300))
                .contains("b:9093 speaks TLS (expected: security.protocol SSL or SASL_SSL)");
    }

    @Test
    void complaint_lengthOfAnAnswer_none() {
        assertThat(ListenerProbe.complaint("b:9092", 346)).isEmpty();
    }

    @Test
    void complaint_webServer_namesHttp() throws IOException {
        assertThat(probe("HTTP/1.1 400 Bad Request\r\n")).get().asString().contains(" speaks HTTP ");
    }

    @Test
    void complaint_serverThatClosesAtOnce_isLeftToTheClient() throws IOException {
        assertThat(probe("")).isEmpty();
    }

    @Test
    void complaint_nobodyThere_isLeftToTheClient() {
        assertThat(ListenerProbe.complaint("127.0.0.1:1,no-such-host.invalid:9092,nonsense"))
                .isEmpty();
    }

    @Test
    void concerns_bareProtocolsOnly() {
        assertThat(ListenerProbe.concerns(new ClientProperties(Map.of()))).isTrue();
        assertThat(ListenerProbe.concerns(new ClientProperties(Map.of("security.protocol", "SSL"))))
                .isFalse();
    }

    private static Optional<String> probe(String answer) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> served = CompletableFuture.runAsync(() -> {
                try (Socket socket = server.accept()) {
                    socket.getInputStream().readNBytes(14);
                    socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            Optional<String> complaint = ListenerProbe.complaint("127.0.0.1:" + server.getLocalPort());
            served.join();
            return complaint;
        }
    }
}
