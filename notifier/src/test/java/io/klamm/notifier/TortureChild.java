package io.klamm.notifier;

import io.klamm.model.alert.Alert;
import io.klamm.model.series.Labels;
import io.klamm.notifier.config.ConfigFile;
import io.klamm.notifier.dispatch.Settings;
import io.klamm.notifier.message.Channel;
import io.klamm.notifier.message.Delivery;
import io.klamm.notifier.message.Message;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The process that is killed: it takes alerts from its input, one a line, says when it has them, and tells them to an address. */
final class TortureChild {

    private static final String YAML = """
            route: {receiver: sink, group_by: [alertname], group_wait: 20ms, group_interval: 100ms, repeat_interval: 1h}
            receivers: [{name: sink}]
            """;

    private TortureChild() {}

    public static void main(String[] args) throws IOException {
        Setup setup = new Setup(ConfigFile.of(YAML), Map.of("sink", List.of(new HttpSink(URI.create(args[1])))), "");
        Settings settings = new Settings(200, 200, Duration.ofMillis(20), Duration.ofMillis(300), Duration.ofHours(1));
        try (Notifier notifier = new Notifier(Path.of(args[0]), setup, settings, Clock.systemUTC());
                BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            notifier.start();
            System.out.println("ready");
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                notifier.accept(List.of(alert(line)));
                System.out.println("ok");
            }
        }
    }

    private static Alert alert(String line) {
        String[] parts = line.split(" ", -1);
        Labels labels = Labels.of("alertname", "a" + Integer.parseInt(parts[0]) % 3, "i", parts[0]);
        return Alert.of(labels, Map.of(), Instant.parse(parts[1]), Instant.parse(parts[2]), "");
    }

    /** A line for the id, one for when, and one for each alert. */
    static String text(Message message) {
        StringBuilder text = new StringBuilder(message.id()).append('\n').append(message.at());
        for (Alert alert : message.alerts()) {
            text.append('\n')
                    .append(alert.labels().get("i"))
                    .append(' ')
                    .append(alert.startsAt())
                    .append(' ')
                    .append(alert.resolvedAt(message.at()));
        }
        return text.toString();
    }

    private record HttpSink(URI address, HttpClient client) implements Channel {

        HttpSink(URI address) {
            this(
                    address,
                    HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build());
        }

        @Override
        public String kind() {
            return "webhook";
        }

        @Override
        public boolean sendResolved() {
            return true;
        }

        @Override
        public Delivery deliver(Message message) throws InterruptedException {
            HttpRequest request = HttpRequest.newBuilder(address)
                    .timeout(Duration.ofMillis(500))
                    .POST(HttpRequest.BodyPublishers.ofString(text(message)))
                    .build();
            try {
                HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
                Duration after = response.headers()
                        .firstValue("Retry-After")
                        .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                        .orElse(null);
                return response.statusCode() == 200
                        ? new Delivery.Accepted(Map.of())
                        : new Delivery.Retry("HTTP " + response.statusCode(), after);
            } catch (IOException e) {
                return new Delivery.Retry(e.toString(), null);
            }
        }

        @Override
        public void close() {}
    }
}
