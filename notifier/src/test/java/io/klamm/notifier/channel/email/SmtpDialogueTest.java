package io.klamm.notifier.channel.email;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.notifier.channel.Sample;
import io.klamm.notifier.message.Delivery;
import org.junit.jupiter.api.Test;

class SmtpDialogueTest {

    private static final String ANY = ", tls_config: {insecure_skip_verify: true}";

    private static Delivery deliver(ScriptedSmtp server, String more) throws InterruptedException {
        String settings =
                "to: ops@example.com, from: klamm@example.com, smarthost: '127.0.0.1:" + server.port() + "'" + more;
        try (Sample.Opened opened = Sample.open("email_configs", settings)) {
            return opened.channel().deliver(Sample.firing());
        }
    }

    @Test
    void deliver_startTls_isSpokenBeforeTheMail() throws InterruptedException {
        try (ScriptedSmtp server = new ScriptedSmtp("STARTTLS")) {
            assertThat(deliver(server, ANY + ", hello: klamm.example")).isInstanceOf(Delivery.Accepted.class);

            assertThat(server.heard())
                    .containsSubsequence(
                            "EHLO klamm.example", "STARTTLS", "(TLS)", "EHLO klamm.example", "DATA", "QUIT");
            assertThat(server.heard()).anyMatch(line -> line.startsWith("MAIL FROM:<klamm@example.com>"));
        }
    }

    @Test
    void deliver_noStartTls_isRequiredByDefault() throws InterruptedException {
        try (ScriptedSmtp server = new ScriptedSmtp()) {
            Delivery delivery = deliver(server, "");

            assertThat(delivery).isInstanceOf(Delivery.Retry.class);
            assertThat(((Delivery.Retry) delivery).reason()).contains("STARTTLS");
            assertThat(server.heard()).noneMatch(line -> line.startsWith("MAIL"));
        }
    }

    @Test
    void deliver_noStartTls_isTakenWhereItMayBe() throws InterruptedException {
        try (ScriptedSmtp server = new ScriptedSmtp()) {
            assertThat(deliver(server, ", require_tls: false")).isInstanceOf(Delivery.Accepted.class);
        }
    }

    @Test
    void deliver_certificateOfNobody_isNotTrusted() throws InterruptedException {
        try (ScriptedSmtp server = new ScriptedSmtp("STARTTLS")) {
            assertThat(deliver(server, "")).isInstanceOf(Delivery.Retry.class);
            assertThat(server.heard()).noneMatch(line -> line.startsWith("MAIL"));
        }
    }

    @Test
    void deliver_secret_isProvenByChallenge() throws InterruptedException {
        try (ScriptedSmtp server = new ScriptedSmtp("AUTH CRAM-MD5 PLAIN")) {
            String login = ", require_tls: false, auth_username: tim, auth_secret: tanstaaftanstaaf";

            assertThat(deliver(server, login)).isInstanceOf(Delivery.Accepted.class);

            // The example of RFC 2195: the challenge is the server's above.
            assertThat(server.heard()).contains("AUTH CRAM-MD5", "dGltIGI5MTNhNjAyYzdlZGE3YTQ5NWI0ZTZlNzMzNGQzODkw");
        }
    }

    @Test
    void deliver_refusedForEver_isRefused() throws InterruptedException {
        try (ScriptedSmtp server = new ScriptedSmtp().answer("RCPT", "550 5.1.1 nobody here")) {
            Delivery delivery = deliver(server, ", require_tls: false");

            assertThat(delivery).isInstanceOf(Delivery.Refused.class);
            assertThat(((Delivery.Refused) delivery).reason()).contains("127.0.0.1", "550", "nobody here");
        }
    }

    @Test
    void deliver_refusedForNow_isToBeTriedAgain() throws InterruptedException {
        try (ScriptedSmtp server = new ScriptedSmtp().answer("RCPT", "451 4.7.1 greylisted")) {
            Delivery delivery = deliver(server, ", require_tls: false");

            assertThat(delivery).isInstanceOf(Delivery.Retry.class);
            assertThat(((Delivery.Retry) delivery).reason()).contains("greylisted");
        }
    }

    @Test
    void deliver_noAnswer_isToBeTriedAgain() throws InterruptedException {
        try (ScriptedSmtp server = new ScriptedSmtp().answer("DATA", "")) {
            assertThat(deliver(server, ", require_tls: false, timeout: 1s")).isInstanceOf(Delivery.Retry.class);
        }
    }

    @Test
    void deliver_nobodyListens_isToBeTriedAgain() throws InterruptedException {
        ScriptedSmtp server = new ScriptedSmtp();
        server.close();

        assertThat(deliver(server, "")).isInstanceOf(Delivery.Retry.class);
    }
}
