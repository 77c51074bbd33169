package io.klamm.notifier.channel.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.klamm.notifier.channel.ReceiverServer;
import io.klamm.notifier.channel.ReceiverServer.Received;
import io.klamm.notifier.channel.Sample;
import io.klamm.notifier.message.Delivery;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebhookTest {

    private final ReceiverServer server = new ReceiverServer();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void deliver_message_isAlertmanagersJson() throws InterruptedException {
        try (Sample.Opened opened = Sample.open("webhook_configs", "url: " + server.url() + "/hook/secret-path")) {
            Delivery delivery = opened.channel().deliver(Sample.firing());

            assertThat(delivery).isEqualTo(new Delivery.Accepted(Map.of()));
        }
        Received request = server.last();
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.path()).isEqualTo("/hook/secret-path");
        assertThat(request.header("Content-Type")).isEqualTo("application/json");
        assertThat(request.header("User-Agent")).startsWith("Klamm");
        assertThat(request.body()).isEqualTo("""
                {"receiver":"team","status":"firing","alerts":[\
                {"status":"firing","labels":{"alertname":"KafkaConsumerLag","cluster":"seoul","group":"orders","severity":"warning"},\
                "annotations":{"runbook_url":"https://klamm.example/runbook","summary":"컨슈머 그룹 orders 지연 <10,000>"},\
                "startsAt":"2026-11-24T07:50:00Z","endsAt":"0001-01-01T00:00:00Z",\
                "generatorURL":"http://klamm.example:8080/graph?g0.expr=lag","fingerprint":"%s"},\
                {"status":"resolved","labels":{"alertname":"KafkaConsumerLag","cluster":"seoul","group":"payments","severity":"warning"},\
                "annotations":{"runbook_url":"https://klamm.example/runbook","summary":"컨슈머 그룹 payments 지연 <10,000>"},\
                "startsAt":"2026-11-24T07:50:00Z","endsAt":"2026-11-24T07:59:00Z",\
                "generatorURL":"http://klamm.example:8080/graph?g0.expr=lag","fingerprint":"%s"}],\
                "groupLabels":{"alertname":"KafkaConsumerLag"},\
                "commonLabels":{"alertname":"KafkaConsumerLag","cluster":"seoul","severity":"warning"},\
                "commonAnnotations":{"runbook_url":"https://klamm.example/runbook"},\
                "externalURL":"http://klamm.example:8080","version":"4",\
                "groupKey":"{}:{alertname=\\"KafkaConsumerLag\\"}","truncatedAlerts":0}""".formatted(
                Sample.alert("orders").fingerprint(), Sample.over("payments").fingerprint()));
    }

    @Test
    void deliver_moreThanMaxAlerts_saysHowMany() throws InterruptedException {
        try (Sample.Opened opened = Sample.open("webhook_configs", "url: " + server.url() + ", max_alerts: 2")) {
            opened.channel().deliver(Sample.many(5));
        }
        JsonNode json = server.last().json();
        assertThat(json.path("alerts")).hasSize(2);
        assertThat(json.path("truncatedAlerts").asInt()).isEqualTo(3);
    }

    @Test
    void deliver_httpConfig_isObeyed() throws InterruptedException {
        String settings = "url: " + server.url() + ", http_config: {basic_auth: {username: klamm, password: s3cret}}";
        try (Sample.Opened opened = Sample.open("webhook_configs", settings)) {
            opened.channel().deliver(Sample.firing());
        }
        assertThat(server.last().header("Authorization")).isEqualTo("Basic a2xhbW06czNjcmV0");
    }
}
