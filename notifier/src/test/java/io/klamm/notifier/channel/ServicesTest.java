package io.klamm.notifier.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.klamm.notifier.channel.ReceiverServer.Received;
import io.klamm.notifier.message.Delivery;
import io.klamm.notifier.message.Message;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The requests of services that are told by one request, and their own ways of saying no. */
class ServicesTest {

    private final ReceiverServer server = new ReceiverServer();

    @AfterEach
    void close() {
        server.close();
    }

    private Delivery deliver(String key, String settings, Message message) throws InterruptedException {
        try (Sample.Opened opened = Sample.open(key, settings.replace("URL", server.url()))) {
            return opened.channel().deliver(message);
        }
    }

    @Test
    void pagerduty_firing_triggersTheIncident() throws InterruptedException {
        deliver(
                "pagerduty_configs",
                "routing_key: k3y-k3y, url: 'URL/v2/enqueue', severity: '{{ .CommonLabels.severity }}', class: lag,"
                        + " details: {cluster: '{{ .CommonLabels.cluster }}', firing: ''},"
                        + " links: [{href: 'http://x.example', text: X}], images: [{src: 'http://x.example/i.png'}]",
                Sample.firing());

        JsonNode json = server.last().json();
        assertThat(server.last().path()).isEqualTo("/v2/enqueue");
        assertThat(json.path("routing_key").asText()).isEqualTo("k3y-k3y");
        assertThat(json.path("event_action").asText()).isEqualTo("trigger");
        assertThat(json.path("dedup_key").asText()).isEqualTo("incident-1");
        assertThat(json.path("client").asText()).isEqualTo("Klamm");
        assertThat(json.path("client_url").asText()).isEqualTo(Sample.EXTERNAL + "/alerts");
        JsonNode payload = json.path("payload");
        assertThat(payload.path("summary").asText()).isEqualTo("[FIRING:1] KafkaConsumerLag");
        assertThat(payload.path("severity").asText()).isEqualTo("warning");
        assertThat(payload.path("source").asText()).isEqualTo("Klamm");
        assertThat(payload.path("class").asText()).isEqualTo("lag");
        assertThat(payload.path("custom_details").path("cluster").asText()).isEqualTo("seoul");
        assertThat(payload.path("custom_details").path("firing").asText("?")).isEmpty();
        assertThat(payload.path("custom_details").path("num_firing").asText()).isEqualTo("1");
        assertThat(json.path("links").toString()).isEqualTo("[{\"href\":\"http://x.example\",\"text\":\"X\"}]");
        assertThat(json.path("images").toString()).isEqualTo("[{\"src\":\"http://x.example/i.png\"}]");
    }

    @Test
    void pagerduty_resolved_resolvesTheSameIncident() throws InterruptedException {
        deliver("pagerduty_configs", "routing_key: k, url: 'URL'", Sample.resolved());

        assertThat(server.last().json().path("event_action").asText()).isEqualTo("resolve");
        assertThat(server.last().json().path("dedup_key").asText()).isEqualTo("incident-1");
    }

    @Test
    void pagerduty_longSummary_isCut() throws InterruptedException {
        deliver(
                "pagerduty_configs",
                "routing_key: k, url: 'URL', description: '{{ range .Alerts }}{{ .Annotations.summary }}{{ end }}'",
                Sample.many(100));

        assertThat(server.last().json().path("payload").path("summary").asText())
                .hasSize(1024)
                .endsWith("…");
    }

    @Test
    void opsgenie_firing_createsAnAlert() throws InterruptedException {
        deliver(
                "opsgenie_configs",
                "api_key: k3y, api_url: 'URL/', tags: 'kafka, {{ .CommonLabels.cluster }},', priority: P2,"
                        + " responders: [{name: ops, type: team}], details: {more: x}",
                Sample.firing());

        Received request = server.last();
        assertThat(request.path()).isEqualTo("/v2/alerts");
        assertThat(request.header("Authorization")).isEqualTo("GenieKey k3y");
        JsonNode json = request.json();
        assertThat(json.path("alias").asText()).isEqualTo("incident-1");
        assertThat(json.path("message").asText()).isEqualTo("[FIRING:1] KafkaConsumerLag");
        assertThat(json.path("tags").toString()).isEqualTo("[\"kafka\",\"seoul\"]");
        assertThat(json.path("priority").asText()).isEqualTo("P2");
        assertThat(json.path("responders").toString()).isEqualTo("[{\"name\":\"ops\",\"type\":\"team\"}]");
        assertThat(json.path("details").path("cluster").asText()).isEqualTo("seoul");
        assertThat(json.path("details").path("more").asText()).isEqualTo("x");
    }

    @Test
    void opsgenie_resolved_closesTheSameAlert() throws InterruptedException {
        deliver("opsgenie_configs", "api_key: k3y, api_url: 'URL/'", Sample.resolved());

        assertThat(server.last().path()).isEqualTo("/v2/alerts/incident-1/close?identifierType=alias");
    }

    @Test
    void telegram_message_isHtml() throws InterruptedException {
        deliver(
                "telegram_configs",
                "bot_token: '12:ab', chat_id: -100, message_thread_id: 5, api_url: 'URL', disable_notifications: true",
                Sample.firing());

        assertThat(server.last().path()).isEqualTo("/bot12:ab/sendMessage");
        JsonNode json = server.last().json();
        assertThat(json.path("chat_id").asLong()).isEqualTo(-100);
        assertThat(json.path("message_thread_id").asLong()).isEqualTo(5);
        assertThat(json.path("parse_mode").asText()).isEqualTo("HTML");
        assertThat(json.path("disable_notification").asBoolean()).isTrue();
        assertThat(json.path("text").asText())
                .startsWith("<b>[FIRING:1] KafkaConsumerLag</b>")
                .contains("지연 &lt;10,000&gt;");
    }

    @Test
    void telegram_manyAlerts_fit() throws InterruptedException {
        deliver("telegram_configs", "bot_token: '12:ab', chat_id: 1, api_url: 'URL'", Sample.many(300));

        assertThat(server.last().json().path("text").asText().length()).isLessThanOrEqualTo(4096);
        assertThat(server.last().json().path("text").asText()).contains("more alerts");
    }

    @Test
    void telegram_tooFast_waitsAsLongAsTheBodySays() throws InterruptedException {
        server.answer(429, "{\"ok\":false,\"error_code\":429,\"parameters\":{\"retry_after\":7}}");

        Delivery delivery =
                deliver("telegram_configs", "bot_token: '12:ab', chat_id: 1, api_url: 'URL'", Sample.firing());

        assertThat(((Delivery.Retry) delivery).after()).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void telegram_tokenThatIsNone_isRefusedWithoutIt() throws InterruptedException {
        Delivery delivery =
                deliver("telegram_configs", "bot_token: '12 secret', chat_id: 1, api_url: 'URL'", Sample.firing());

        assertThat(delivery).isInstanceOf(Delivery.Refused.class);
        assertThat(((Delivery.Refused) delivery).reason()).doesNotContain("secret");
    }

    @Test
    void discord_message_isABox() throws InterruptedException {
        deliver(
                "discord_configs",
                "webhook_url: 'URL/hook', username: klamm, avatar_url: 'http://x.example/a.png', content: Hi",
                Sample.resolved());

        JsonNode json = server.last().json();
        assertThat(json.path("content").asText()).isEqualTo("Hi");
        assertThat(json.path("username").asText()).isEqualTo("klamm");
        JsonNode embed = json.path("embeds").path(0);
        assertThat(embed.path("color").asInt()).isEqualTo(3066993);
        assertThat(embed.path("title").asText()).isEqualTo("[RESOLVED] KafkaConsumerLag");
        assertThat(embed.path("description").asText()).startsWith("**Over**");
    }

    @Test
    void discord_tooFast_waitsAsLongAsTheBodySays() throws InterruptedException {
        server.answer(429, "{\"message\":\"slow down\",\"retry_after\":0.75,\"global\":false}");

        Delivery delivery = deliver("discord_configs", "webhook_url: 'URL'", Sample.firing());

        assertThat(((Delivery.Retry) delivery).after()).isEqualTo(Duration.ofMillis(750));
    }

    @Test
    void msteams_message_isACard() throws InterruptedException {
        deliver("msteams_configs", "webhook_url: 'URL'", Sample.firing());

        JsonNode json = server.last().json();
        assertThat(json.path("@type").asText()).isEqualTo("MessageCard");
        assertThat(json.path("themeColor").asText()).isEqualTo("8C1A1A");
        assertThat(json.path("title").asText()).isEqualTo("[FIRING:1] KafkaConsumerLag");
        assertThat(json.path("text").asText()).contains("orders");
    }

    @Test
    void msteams_errorInA200_isSeen() throws InterruptedException {
        server.answer(
                200, "Webhook message delivery failed with error: Microsoft Teams endpoint returned HTTP error 429");
        server.answer(
                200, "Webhook message delivery failed with error: Microsoft Teams endpoint returned HTTP error 413");

        assertThat(deliver("msteams_configs", "webhook_url: 'URL'", Sample.firing()))
                .isInstanceOf(Delivery.Retry.class);
        assertThat(deliver("msteams_configs", "webhook_url: 'URL'", Sample.firing()))
                .isInstanceOf(Delivery.Refused.class);
    }

    @Test
    void msteamsv2_message_isAnAdaptiveCard() throws InterruptedException {
        deliver("msteamsv2_configs", "webhook_url: 'URL'", Sample.many(2000));

        assertThat(server.last().body().getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(28 * 1024);
        JsonNode card = server.last().json().path("attachments").path(0);
        assertThat(card.path("contentType").asText()).isEqualTo("application/vnd.microsoft.card.adaptive");
        assertThat(card.path("contentUrl").isNull()).isTrue();
        assertThat(card.path("content").path("type").asText()).isEqualTo("AdaptiveCard");
        assertThat(card.path("content").path("msteams").path("width").asText()).isEqualTo("full");
        assertThat(card.path("content").path("body").path(0).path("color").asText())
                .isEqualTo("Attention");
    }

    @Test
    void line_message_isPushedWithAKey() throws InterruptedException {
        String settings = "channel_access_token: t0ken, to: C123, api_url: 'URL'";
        deliver("line_configs", settings, Sample.firing());
        deliver("line_configs", settings, Sample.firing());

        Received request = server.last();
        assertThat(request.path()).isEqualTo("/v2/bot/message/push");
        assertThat(request.header("Authorization")).isEqualTo("Bearer t0ken");
        assertThat(request.header("X-Line-Retry-Key"))
                .hasSize(36)
                .isEqualTo(server.received().get(0).header("X-Line-Retry-Key"));
        assertThat(request.json().path("to").asText()).isEqualTo("C123");
        assertThat(request.json().path("messages").path(0).path("type").asText())
                .isEqualTo("text");
    }

    @Test
    void line_takenBefore_isAccepted() throws InterruptedException {
        server.answer(409, "{\"message\":\"The retry key is already accepted\"}");

        assertThat(deliver("line_configs", "channel_access_token: t, to: C, api_url: 'URL'", Sample.firing()))
                .isEqualTo(new Delivery.Accepted(Map.of()));
    }

    @Test
    void kakaowork_bot_writesToARoomOrAPerson() throws InterruptedException {
        deliver(
                "kakaowork_configs",
                "app_key: k3y, conversation_id: 12, api_url: 'URL', language: ko",
                Sample.firing());
        deliver("kakaowork_configs", "app_key: k3y, email: a@b.example, api_url: 'URL'", Sample.firing());

        assertThat(server.received())
                .extracting(Received::path)
                .containsExactly("/v1/messages.send", "/v1/messages.send_by_email");
        assertThat(server.received().get(0).json().path("conversation_id").asText())
                .isEqualTo("12");
        assertThat(server.received().get(0).json().path("text").asText()).startsWith("[발생:1]");
        assertThat(server.last().json().path("email").asText()).isEqualTo("a@b.example");
        assertThat(server.last().header("Authorization")).isEqualTo("Bearer k3y");
    }

    @Test
    void kakaowork_noInA200_isSeen() throws InterruptedException {
        server.answer(200, "{\"success\":false,\"error\":{\"code\":\"conversation_not_found\",\"message\":\"no\"}}");
        server.answer(200, "{\"success\":false,\"error\":{\"code\":\"too_many_requests\",\"message\":\"no\"}}");
        String settings = "app_key: k3y, conversation_id: 12, api_url: 'URL'";

        assertThat(deliver("kakaowork_configs", settings, Sample.firing())).isInstanceOf(Delivery.Refused.class);
        assertThat(deliver("kakaowork_configs", settings, Sample.firing())).isInstanceOf(Delivery.Retry.class);
    }

    @Test
    void json_bodyAndHeaders_areTheUsers() throws InterruptedException {
        String settings = "url: 'URL/x', method: PUT, headers: {X-Token: t0ken-t0ken},"
                + " body: '{\"state\": \"{{ .Status }}\", \"group\": \"{{ .CommonLabels.group }}\"}', resolved_body: '{}'";
        deliver("json_configs", settings, Sample.message(List.of(Sample.alert("a\"b\\c"))));

        Received request = server.last();
        assertThat(request.method()).isEqualTo("PUT");
        assertThat(request.header("X-Token")).isEqualTo("t0ken-t0ken");
        assertThat(request.json().path("group").asText()).isEqualTo("a\"b\\c");

        deliver("json_configs", settings, Sample.resolved());
        assertThat(server.last().body()).isEqualTo("{}");
    }
}
