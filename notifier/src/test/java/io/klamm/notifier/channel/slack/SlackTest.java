package io.klamm.notifier.channel.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.klamm.notifier.channel.ReceiverServer;
import io.klamm.notifier.channel.ReceiverServer.Received;
import io.klamm.notifier.channel.Sample;
import io.klamm.notifier.message.Delivery;
import io.klamm.notifier.message.Message;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SlackTest {

    private static final Map<String, String> RECEIPT = Map.of("channel", "C01", "ts", "1700000000.000100");

    private final ReceiverServer server = new ReceiverServer();

    @AfterEach
    void close() {
        server.close();
    }

    private Delivery webhook(String more, Message message) throws InterruptedException {
        try (Sample.Opened opened = Sample.open("slack_configs", "api_url: '" + server.url() + "/hook'" + more)) {
            return opened.channel().deliver(message);
        }
    }

    private Delivery app(Message message) throws InterruptedException {
        String settings = "app_token: xoxb-token, channel: '#alerts', app_url: '" + server.url()
                + "/api/chat.postMessage', send_resolved: true";
        try (Sample.Opened opened = Sample.open("slack_configs", settings)) {
            return opened.channel().deliver(message);
        }
    }

    @Test
    void deliver_webhook_isOneAttachment() throws InterruptedException {
        webhook(
                ", channel: '#ops', title: 'T {{ .Status }}', fields: [{title: G, value: '{{ .CommonLabels.cluster }}'}],"
                        + " short_fields: true, actions: [{type: button, text: Open, url: 'http://x.example'}]",
                Sample.firing());

        JsonNode json = server.last().json();
        assertThat(json.path("channel").asText()).isEqualTo("#ops");
        assertThat(json.path("username").asText()).isEqualTo("Klamm");
        JsonNode attachment = json.path("attachments").path(0);
        assertThat(attachment.path("title").asText()).isEqualTo("T firing");
        assertThat(attachment.path("color").asText()).isEqualTo("danger");
        assertThat(attachment.path("title_link").asText()).isEqualTo(Sample.EXTERNAL + "/alerts");
        assertThat(attachment.path("fields").toString())
                .isEqualTo("[{\"title\":\"G\",\"value\":\"seoul\",\"short\":true}]");
        assertThat(attachment.path("actions").path(0).path("url").asText()).isEqualTo("http://x.example");
        assertThat(attachment.path("mrkdwn_in"))
                .extracting(JsonNode::asText)
                .containsExactly("fallback", "pretext", "text");
    }

    @Test
    void deliver_labels_callNobody() throws InterruptedException {
        webhook("", Sample.message(List.of(Sample.alert("<!channel>"))));

        assertThat(server.last().body()).doesNotContain("<!channel>").contains("&lt;!channel&gt;");
    }

    @Test
    void deliver_manyAlerts_fitIntoSlacksLimit() throws InterruptedException {
        webhook("", Sample.many(200));

        String text =
                server.last().json().path("attachments").path(0).path("text").asText();
        assertThat(text.length()).isBetween(2000, 3000);
        assertThat(text).containsPattern("… and 1[0-9]{2} more alerts: http://klamm\\.example:8080/alerts$");
    }

    @Test
    void deliver_manyAlertsInKorean_saySoInKorean() throws InterruptedException {
        webhook(", language: ko", Sample.many(200));

        assertThat(server.last().body()).containsPattern("… 외 알림 1[0-9]{2}건").contains("[발생:200]");
    }

    @Test
    void deliver_webhookSaysNo_isRefused() throws InterruptedException {
        server.answer(404, "no_service");

        assertThat(webhook("", Sample.firing())).isEqualTo(new Delivery.Refused("127.0.0.1 answered 404: no_service"));
    }

    @Test
    void deliver_firstOfIncident_isPostedAndRemembered() throws InterruptedException {
        server.answer(200, "{\"ok\":true,\"channel\":\"C01\",\"ts\":\"1700000000.000100\"}");

        assertThat(app(Sample.firing())).isEqualTo(new Delivery.Accepted(RECEIPT));

        Received request = server.last();
        assertThat(request.path()).isEqualTo("/api/chat.postMessage");
        assertThat(request.header("Authorization")).isEqualTo("Bearer xoxb-token");
        assertThat(request.header("Content-Type")).isEqualTo("application/json; charset=utf-8");
        assertThat(request.json().path("channel").asText()).isEqualTo("#alerts");
    }

    @Test
    void deliver_resolved_editsTheMessageAndRepliesInItsThread() throws InterruptedException {
        assertThat(app(Sample.resolved().after(RECEIPT))).isEqualTo(new Delivery.Accepted(RECEIPT));

        assertThat(server.received())
                .extracting(Received::path)
                .containsExactly("/api/chat.update", "/api/chat.postMessage");
        JsonNode edit = server.received().get(0).json();
        assertThat(edit.path("channel").asText()).isEqualTo("C01");
        assertThat(edit.path("ts").asText()).isEqualTo("1700000000.000100");
        assertThat(edit.path("attachments").path(0).path("color").asText()).isEqualTo("good");
        JsonNode reply = server.received().get(1).json();
        assertThat(reply.path("thread_ts").asText()).isEqualTo("1700000000.000100");
        assertThat(reply.path("reply_broadcast").asBoolean()).isFalse();
        assertThat(reply.path("text").asText()).isEqualTo("Over: KafkaConsumerLag");
    }

    @Test
    void deliver_stillFiring_isShownInTheChannelToo() throws InterruptedException {
        app(Sample.firing().after(RECEIPT));

        assertThat(server.last().json().path("reply_broadcast").asBoolean()).isTrue();
        assertThat(server.last().json().path("text").asText()).isEqualTo("Still firing (1): KafkaConsumerLag");
    }

    @Test
    void deliver_messageIsGone_isPostedAnew() throws InterruptedException {
        server.answer(200, "{\"ok\":false,\"error\":\"message_not_found\"}");
        server.answer(200, "{\"ok\":true,\"channel\":\"C01\",\"ts\":\"2.0\"}");

        assertThat(app(Sample.resolved().after(RECEIPT)))
                .isEqualTo(new Delivery.Accepted(Map.of("channel", "C01", "ts", "2.0")));
    }

    @Test
    void deliver_okIsFalse_isSortedByItsError() throws InterruptedException {
        server.answer(200, "{\"ok\":false,\"error\":\"invalid_auth\"}");
        server.answer(200, "Retry-After", "30", "{\"ok\":false,\"error\":\"ratelimited\"}");

        assertThat(app(Sample.firing())).isEqualTo(new Delivery.Refused("127.0.0.1 answered: invalid_auth"));
        assertThat(app(Sample.firing())).isInstanceOfSatisfying(Delivery.Retry.class, retry -> assertThat(retry.after())
                .isEqualTo(Duration.ofSeconds(30)));
    }

    @Test
    void deliver_templateFails_peopleAreToldAllTheSame() throws InterruptedException {
        assertThat(webhook(", title: '{{ .NoSuchField }}'", Sample.firing())).isInstanceOf(Delivery.Accepted.class);

        assertThat(server.last()
                        .json()
                        .path("attachments")
                        .path(0)
                        .path("title")
                        .asText())
                .startsWith("[FIRING:1]")
                .contains("KafkaConsumerLag", "NoSuchField");
    }
}
