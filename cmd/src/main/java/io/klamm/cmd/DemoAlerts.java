package io.klamm.cmd;

import io.klamm.cmd.text.SlackText;
import io.klamm.lab.sink.MessageSink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** The demo's way to see alerts: an endpoint that stands for Slack and whose messages are printed, or somebody's own webhook; and a rule that does not keep people waiting. */
final class DemoAlerts implements AutoCloseable {

    private static final String RULES = """
            # The rules of the demo, beside the Kafka pack of Klamm: one that fires within a minute.
            groups:
              - name: demo
                interval: 5s
                rules:
                  - alert: DemoConsumerLag
                    expr: sum by (cluster, consumergroup, topic) (kafka_consumergroup_lag{consumergroup="slow-consumer"}) >= 10000
                    for: 10s
                    labels: {severity: warning}
                    annotations:
                      summary: '{{ $labels.consumergroup }} is {{ $value | humanize }} records behind on {{ $labels.topic }}'
                      description: 'A rule of the demo, that waits for 10 s. The rule of the Kafka pack for the same, ConsumerLagHigh, waits for 5 min.'
            """;

    private static final String ROUTES = """
            # Who is told in the demo: docs/notifier.md has all that can stand here.
            route:
              receiver: slack
              group_by: [alertname, cluster]
              group_wait: 5s
              group_interval: 15s
              repeat_interval: 4h
            receivers:
              - name: slack
                slack_configs:
                  - api_url: '%s'
                    channel: '#kafka'
                    send_resolved: true
            """;

    private final Path directory;
    private final Optional<MessageSink> sink;
    private final String webhook;

    private DemoAlerts(Path directory, Optional<MessageSink> sink, String webhook) {
        this.directory = directory;
        this.sink = sink;
        this.webhook = webhook;
    }

    /**
     * Writes the files.
     *
     * @param directory where they are put
     * @param webhook of a Slack, or of what stands for it; without one, messages are told to {@code printed}
     */
    static DemoAlerts start(Path directory, Optional<String> webhook, Consumer<String> printed) throws IOException {
        Optional<MessageSink> sink = webhook.isPresent()
                ? Optional.empty()
                : Optional.of(MessageSink.start(0, message -> {
                    printed.accept("Slack would show: " + String.join(" | ", SlackText.lines(message.body())));
                    return MessageSink.Answer.OK;
                }));
        DemoAlerts alerts = new DemoAlerts(directory, sink, webhook.orElseGet(() -> sink.map(MessageSink::url)
                .orElse("")));
        alerts.write();
        return alerts;
    }

    private void write() throws IOException {
        Files.createDirectories(directory);
        Files.writeString(rules(), RULES);
        Files.writeString(routes(), ROUTES.formatted(webhook.replace("'", "''")));
    }

    private Path rules() {
        return directory.resolve("demo-rules.yml");
    }

    private Path routes() {
        return directory.resolve("demo-alertmanager.yml");
    }

    /** The section {@code alerting} of the demo's settings. */
    String section() {
        return "alerting: {interval: 5s, rule-files: ['" + rules() + "'], alertmanager-config: '" + routes() + "'}\n";
    }

    @Override
    public void close() {
        sink.ifPresent(MessageSink::close);
    }
}
