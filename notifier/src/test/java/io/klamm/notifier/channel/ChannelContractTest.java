package io.klamm.notifier.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.notifier.message.Delivery;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What every channel that talks HTTP keeps to, whatever its service. */
class ChannelContractTest {

    private static final String SECRET = "s3cr3t-token";

    private final ReceiverServer server = new ReceiverServer();

    static Stream<Arguments> kinds() {
        return Stream.of(
                Arguments.of("alertmanager_configs", "url: 'URL/s3cr3t-token'"),
                Arguments.of("discord_configs", "webhook_url: 'URL/s3cr3t-token'"),
                Arguments.of(
                        "json_configs",
                        "url: 'URL', headers: {X-Token: s3cr3t-token}, body: '{\"text\": \"{{ template \"__subject\" . }}"
                                + "{{ range .Alerts }}{{ .Annotations.summary }}{{ end }}\"}'"),
                Arguments.of("kakaowork_configs", "app_key: s3cr3t-token, conversation_id: 7, api_url: 'URL'"),
                Arguments.of("kakaowork_configs", "webhook_url: 'URL/s3cr3t-token'"),
                Arguments.of("line_configs", "channel_access_token: s3cr3t-token, to: C1, api_url: 'URL'"),
                Arguments.of("msteams_configs", "webhook_url: 'URL/s3cr3t-token'"),
                Arguments.of("msteamsv2_configs", "webhook_url: 'URL/s3cr3t-token'"),
                Arguments.of("opsgenie_configs", "api_key: s3cr3t-token, api_url: 'URL'"),
                Arguments.of("pagerduty_configs", "routing_key: s3cr3t-token, url: 'URL/v2/enqueue'"),
                Arguments.of("slack_configs", "api_url: 'URL/s3cr3t-token'"),
                Arguments.of(
                        "slack_configs",
                        "app_token: s3cr3t-token, channel: '#alerts', app_url: 'URL/api/chat.postMessage'"),
                Arguments.of("telegram_configs", "bot_token: s3cr3t-token, chat_id: -12, api_url: 'URL'"),
                Arguments.of("webhook_configs", "url: 'URL/s3cr3t-token'"));
    }

    @AfterEach
    void close() {
        server.close();
    }

    private Delivery deliver(String key, String settings) throws InterruptedException {
        return deliver(key, settings, server.url());
    }

    private static Delivery deliver(String key, String settings, String url) throws InterruptedException {
        try (Sample.Opened opened = Sample.open(key, settings.replace("URL", url))) {
            return opened.channel().deliver(Sample.firing());
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void deliver_taken_isAcceptedAndKoreanArrives(String key, String settings) throws InterruptedException {
        assertThat(deliver(key, settings)).isInstanceOf(Delivery.Accepted.class);

        assertThat(server.received()).hasSize(1);
        assertThat(server.last().body()).contains("컨슈머 그룹 orders 지연");
        assertThat(server.last().json().isObject() || server.last().json().isArray())
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void deliver_busyOrBroken_isToBeTriedAgain(String key, String settings) throws InterruptedException {
        for (int status : new int[] {408, 425, 429, 500, 502, 503}) {
            server.answer(status, "no, " + SECRET);

            Delivery delivery = deliver(key, settings);

            assertThat(delivery).as("status %d", status).isInstanceOf(Delivery.Retry.class);
            assertThat(((Delivery.Retry) delivery).reason())
                    .contains("127.0.0.1", String.valueOf(status))
                    .doesNotContain(SECRET);
            assertThat(((Delivery.Retry) delivery).after()).isNull();
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void deliver_retryAfter_isTold(String key, String settings) throws InterruptedException {
        server.answer(429, "Retry-After", "17", "");
        server.answer(503, "Retry-After", "Tue, 24 Nov 2026 08:01:30 GMT", "");

        assertThat(((Delivery.Retry) deliver(key, settings)).after()).isEqualTo(Duration.ofSeconds(17));
        assertThat(((Delivery.Retry) deliver(key, settings)).after()).isEqualTo(Duration.ofSeconds(90));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void deliver_mistakeOfOurs_isRefused(String key, String settings) throws InterruptedException {
        for (int status : new int[] {302, 400, 401, 403, 404}) {
            server.answer(status, "never, " + SECRET);

            Delivery delivery = deliver(key, settings);

            assertThat(delivery).as("status %d", status).isInstanceOf(Delivery.Refused.class);
            assertThat(((Delivery.Refused) delivery).reason()).contains("never").doesNotContain(SECRET);
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void deliver_noAnswer_isToBeTriedAgain(String key, String settings) throws InterruptedException {
        server.hangs();

        Delivery delivery = deliver(key, settings + ", timeout: 300ms");

        assertThat(delivery).isEqualTo(new Delivery.Retry("127.0.0.1: no answer within 300 ms", null));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void deliver_nobodyListens_isToBeTriedAgain(String key, String settings) throws InterruptedException {
        Delivery delivery = deliver(key, settings, "http://127.0.0.1:1");

        assertThat(delivery).isInstanceOf(Delivery.Retry.class);
        assertThat(((Delivery.Retry) delivery).reason()).contains("127.0.0.1").doesNotContain(SECRET);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void deliver_metadataAddress_isRefused(String key, String settings) throws InterruptedException {
        Delivery delivery = deliver(key, settings, "http://169.254.169.254");

        assertThat(delivery).isInstanceOf(Delivery.Refused.class);
        assertThat(((Delivery.Refused) delivery).reason())
                .contains("link-local")
                .doesNotContain(SECRET);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void deliver_sentElsewhere_doesNotGoThere(String key, String settings) throws InterruptedException {
        try (ReceiverServer other = new ReceiverServer()) {
            server.answer(307, "Location", other.url() + "/", "");

            assertThat(deliver(key, settings)).isInstanceOf(Delivery.Refused.class);

            assertThat(other.received()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void deliver_sentOnByTheSameServer_goesThere(String key, String settings) throws InterruptedException {
        server.answer(307, "Location", "/other", "");

        assertThat(deliver(key, settings)).isInstanceOf(Delivery.Accepted.class);

        assertThat(server.last().path()).isEqualTo("/other");
        assertThat(server.last().body()).isEqualTo(server.received().get(0).body());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void preview_message_hasNoSecretAndSendsNothing(String key, String settings) {
        try (Sample.Opened opened = Sample.open(key, settings.replace("URL", server.url()))) {
            assertThat(opened.channels().preview(Sample.firing()))
                    .singleElement()
                    .satisfies(preview -> {
                        assertThat(preview.text()).contains("컨슈머 그룹 orders 지연").doesNotContain(SECRET);
                        assertThat(preview.mediaType()).startsWith("application/json");
                    });
        }
        assertThat(server.received()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void toString_settings_hasNoSecret(String key, String settings) {
        ReceiversConfig config = Sample.load(
                        "receivers: [{name: team, " + key + ": [{" + settings.replace("URL", server.url()) + "}]}]")
                .orThrow();

        assertThat(config.toString()).doesNotContain(SECRET);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void deliver_thousandsOfAlerts_isNotTooLong(String key, String settings) throws InterruptedException {
        try (Sample.Opened opened = Sample.open(key, settings.replace("URL", server.url()))) {
            assertThat(opened.channel().deliver(Sample.many(3000))).isInstanceOf(Delivery.Accepted.class);
        }
        if (!key.equals("webhook_configs") && !key.equals("alertmanager_configs") && !key.equals("json_configs")) {
            assertThat(server.last().body().length()).isLessThan(512 * 1024);
            assertThat(server.last().body()).contains("more alerts: " + Sample.EXTERNAL);
        }
    }
}
