package io.klamm.notifier.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.config.Loaded;
import io.klamm.notifier.message.Channel;
import io.klamm.notifier.message.Delivery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReceiversConfigTest {

    @Test
    void bind_receiver_hasItsChannelsInOrder() {
        Loaded<ReceiversConfig> loaded = Sample.load("""
                global: {resolve_timeout: 5m}
                receivers:
                - name: nobody
                - name: team
                  webhook_configs:
                  - url: http://hook.example/a
                  - url: http://hook.example/b
                    send_resolved: false
                """.replace("global: {resolve_timeout: 5m}\n", ""));

        assertThat(loaded.text()).isEmpty();
        assertThat(loaded.orThrow().receivers())
                .extracting(ReceiverSettings::name)
                .containsExactly("nobody", "team");
        assertThat(loaded.orThrow().receivers().get(1).channels()).hasSize(2);
    }

    @Test
    void bind_mistakes_areAllToldWithTheirLines() {
        Loaded<ReceiversConfig> loaded = Sample.load("""
                receivers:
                - name: team
                  wechat_configs: [{to_user: all}]
                  webhook_configs:
                  - url: ftp://hook.example/very-secret
                  - max_alerts: -1
                  pigeon_configs: []
                """);

        assertThat(loaded.text())
                .contains(
                        "alertmanager.yml:3",
                        "wechat_configs: a receiver that is not built in Klamm",
                        "webhook_configs")
                .contains("alertmanager.yml:5", "url: not an address")
                .contains("alertmanager.yml:6", "url: missing", "max_alerts: ")
                .contains("alertmanager.yml:7", "pigeon_configs: unknown key")
                .doesNotContain("very-secret");
    }

    @Test
    void bind_secretFiles_areReadForEachMessage(@TempDir Path directory) throws IOException, InterruptedException {
        try (ReceiverServer server = new ReceiverServer()) {
            Path file = Files.writeString(directory.resolve("hook"), server.url() + "/one\n");
            ReceiversConfig config = Sample.load(
                            "receivers: [{name: team, webhook_configs: [{url_file: hook}]}]", directory)
                    .orThrow();
            try (Channels channels = new Channels(config, "", Sample.CLOCK)) {
                Channel channel =
                        channels.byReceiver().getOrDefault("team", List.of()).get(0);
                channel.deliver(Sample.firing());
                Files.writeString(file, server.url() + "/two");
                channel.deliver(Sample.firing());
                Files.delete(file);

                assertThat(channel.deliver(Sample.firing())).isInstanceOf(Delivery.Retry.class);
            }
            assertThat(server.received())
                    .extracting(ReceiverServer.Received::path)
                    .containsExactly("/one", "/two");
        }
    }

    @Test
    void bind_globals_areForThoseThatDoNotSay() throws InterruptedException {
        try (ReceiverServer server = new ReceiverServer()) {
            ReceiversConfig config = Sample.load("""
                            global:
                              slack_api_url: '%s/hook'
                              language: ko
                              http_config: {basic_auth: {username: u, password: p}}
                            receivers: [{name: team, slack_configs: [{}]}]
                            """.formatted(server.url())).orThrow();
            try (Channels channels = new Channels(config, "", Sample.CLOCK)) {
                channels.byReceiver().getOrDefault("team", List.of()).get(0).deliver(Sample.firing());
            }
            assertThat(server.last().path()).isEqualTo("/hook");
            assertThat(server.last().header("Authorization")).startsWith("Basic ");
            assertThat(server.last().body()).contains("[발생:1]");
        }
    }

    @Test
    void bind_globalsOfOthers_areWarnings() {
        Loaded<ReceiversConfig> loaded = Sample.load("""
                global: {wechat_api_url: 'http://x.example', victorops_api_key: k}
                receivers: [{name: nobody}]
                """);

        assertThat(loaded.text()).isEmpty();
        assertThat(loaded.warnings()).hasSize(2);
    }

    @Test
    void bind_templateFiles_replaceOurs(@TempDir Path directory) throws IOException, InterruptedException {
        Files.writeString(directory.resolve("own.tmpl"), "{{ define \"__subject\" }}Ours: {{ .Status }}{{ end }}");
        try (ReceiverServer server = new ReceiverServer()) {
            ReceiversConfig config =
                    Sample.load("""
                            templates: ['*.tmpl']
                            receivers: [{name: team, slack_configs: [{api_url: '%s'}]}]
                            """.formatted(server.url()), directory).orThrow();
            try (Channels channels = new Channels(config, "", Sample.CLOCK)) {
                channels.byReceiver().getOrDefault("team", List.of()).get(0).deliver(Sample.firing());
            }
            assertThat(server.last()
                            .json()
                            .path("attachments")
                            .path(0)
                            .path("title")
                            .asText())
                    .isEqualTo("Ours: firing");
        }
    }

    @Test
    void bind_badTemplates_areTold(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("bad.tmpl"), "{{ define \"x\" }}{{ nosuch }}{{ end }}");
        Loaded<ReceiversConfig> loaded = Sample.load("""
                templates: [bad.tmpl, none/*.tmpl]
                receivers:
                - name: team
                  slack_configs:
                  - api_url: http://x.example
                    title: '{{ .Status'
                    text: '{{ .NoSuchField }}'
                """, directory);

        assertThat(loaded.text())
                .contains("bad.tmpl", "nosuch", "no such directory", "alertmanager.yml:3", "unclosed action");
        assertThat(loaded.warnings()).singleElement().satisfies(warning -> assertThat(warning.text())
                .contains("NoSuchField"));
    }

    @Test
    void bind_email_tellsWhatIsMissingOrWrong() {
        Loaded<ReceiversConfig> loaded = Sample.load("""
                receivers:
                - name: team
                  email_configs:
                  - to: 'ops at example'
                    smarthost: nowhere
                """);

        assertThat(loaded.text()).contains("to: \"ops at example\"", "from: missing", "smarthost: \"nowhere\"");
    }
}
