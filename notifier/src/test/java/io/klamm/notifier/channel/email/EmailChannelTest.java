package io.klamm.notifier.channel.email;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.klamm.model.alert.Alert;
import io.klamm.notifier.channel.Sample;
import io.klamm.notifier.message.Delivery;
import io.klamm.notifier.message.Message;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EmailChannelTest {

    private final GreenMail server = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS)
    });

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private String settings() {
        return "to: 'ops@example.com, dev@example.com', from: klamm@example.com, require_tls: false, smarthost: '127.0.0.1:"
                + server.getSmtp().getPort() + "'";
    }

    private static Delivery deliver(String settings, Message message) throws InterruptedException {
        try (Sample.Opened opened = Sample.open("email_configs", settings)) {
            return opened.channel().deliver(message);
        }
    }

    private static String part(MimeMessage mail, int index) throws MessagingException, IOException {
        BodyPart part = ((MimeMultipart) mail.getContent()).getBodyPart(index);
        return part.getContent().toString();
    }

    @Test
    void deliver_message_hasSubjectTextAndHtml() throws Exception {
        assertThat(deliver(settings(), Sample.message(List.of(Sample.alert("orders")))))
                .isEqualTo(new Delivery.Accepted(Map.of()));

        assertThat(server.getReceivedMessages()).hasSize(2);
        MimeMessage mail = server.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("[FIRING:1] 컨슈머 그룹 orders 지연 <10,000>");
        assertThat(mail.getFrom()).extracting(Object::toString).containsExactly("klamm@example.com");
        assertThat(mail.getAllRecipients())
                .extracting(Object::toString)
                .containsExactly("ops@example.com", "dev@example.com");
        assertThat(mail.getContentType()).startsWith("multipart/alternative");
        assertThat(part(mail, 0)).contains("컨슈머 그룹 orders 지연 <10,000>", Sample.EXTERNAL + "/alerts");
        assertThat(part(mail, 1)).contains("<html lang=\"en\">", "컨슈머 그룹 orders 지연 &lt;10,000&gt;");
    }

    @Test
    void deliver_sameIncident_standsInOneThread() throws Exception {
        deliver(settings(), Sample.firing());
        Message second = new Message(
                "message-2",
                "incident-1",
                "key",
                "team",
                Sample.firing().groupLabels(),
                Sample.resolved().alerts(),
                Sample.AT,
                0,
                Sample.firing().receipt());
        deliver(settings(), second);

        MimeMessage[] mails = server.getReceivedMessages();
        assertThat(mails).hasSize(4);
        assertThat(mails[0].getHeader("References")).isEqualTo(mails[1].getHeader("References"));
        assertThat(mails[0].getMessageID()).isNotEqualTo(mails[1].getMessageID());
        assertThat(mails[1].getSubject()).startsWith("[RESOLVED]");
    }

    @Test
    void deliver_again_hasTheSameId() throws Exception {
        deliver(settings(), Sample.firing());
        deliver(settings(), Sample.firing());

        MimeMessage[] mails = server.getReceivedMessages();
        assertThat(mails[0].getMessageID()).isEqualTo(mails[1].getMessageID());
    }

    @Test
    void deliver_korean_isWrittenInKorean() throws Exception {
        deliver(settings() + ", language: ko", Sample.resolved());

        MimeMessage mail = server.getReceivedMessages()[0];
        assertThat(mail.getSubject()).startsWith("[해소]");
        assertThat(part(mail, 1)).contains("<html lang=\"ko\">", "Klamm에서 모든 알림 보기");
    }

    @Test
    void deliver_lineEndsInLabels_makeNoHeaders() throws Exception {
        Alert alert = Sample.alert("orders\r\nBcc: evil@example.com");
        String settings =
                settings() + ", headers: {Subject: '{{ .CommonLabels.group }}', X-Group: '{{ .CommonLabels.group }}'}";

        deliver(settings, Sample.message(List.of(alert)));

        MimeMessage mail = server.getReceivedMessages()[0];
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getSubject()).isEqualTo("orders Bcc: evil@example.com");
        assertThat(mail.getHeader("X-Group")).containsExactly("orders Bcc: evil@example.com");
    }

    @Test
    void deliver_markupInLabels_isEscapedInHtml() throws Exception {
        Alert alert = Sample.alert("<img src=x onerror=alert(1)>");

        deliver(settings(), Sample.message(List.of(alert)));

        assertThat(part(server.getReceivedMessages()[0], 1))
                .doesNotContain("<img")
                .contains("&lt;img");
    }

    @Test
    void deliver_ownTexts_areUsed() throws Exception {
        deliver(settings() + ", html: '', text: 'Only {{ .Alerts | len }}'", Sample.firing());

        MimeMessage mail = server.getReceivedMessages()[0];
        assertThat(((MimeMultipart) mail.getContent()).getCount()).isEqualTo(1);
        assertThat(part(mail, 0).strip()).isEqualTo("Only 2");
    }

    @Test
    void deliver_login_isAskedFor() throws Exception {
        server.setUser("klamm", "s3cr3t-password");
        String login = settings() + ", auth_username: klamm, auth_password: ";

        assertThat(deliver(login + "s3cr3t-password", Sample.firing())).isInstanceOf(Delivery.Accepted.class);
        Delivery wrong = deliver(login + "wrong-password", Sample.firing());

        assertThat(wrong).isInstanceOf(Delivery.Refused.class);
        assertThat(((Delivery.Refused) wrong).reason()).contains("535").doesNotContain("wrong-password");
    }

    @Test
    void deliver_implicitTls_isSpoken() throws Exception {
        String settings = settings()
                        .replaceAll(
                                "127.0.0.1:[0-9]+",
                                "127.0.0.1:" + server.getSmtps().getPort())
                + ", force_implicit_tls: true, tls_config: {insecure_skip_verify: true}";

        assertThat(deliver(settings, Sample.firing())).isInstanceOf(Delivery.Accepted.class);
        assertThat(server.getReceivedMessages()).hasSize(2);
    }

    @Test
    void deliver_certificateOfNobody_isToBeTriedAgain() throws Exception {
        String settings = settings()
                        .replaceAll(
                                "127.0.0.1:[0-9]+",
                                "127.0.0.1:" + server.getSmtps().getPort()) + ", force_implicit_tls: true";

        assertThat(deliver(settings, Sample.firing())).isInstanceOf(Delivery.Retry.class);
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void preview_message_isTheHtml() {
        try (Sample.Opened opened = Sample.open("email_configs", settings())) {
            assertThat(opened.channels().preview(Sample.firing()))
                    .singleElement()
                    .satisfies(preview -> {
                        assertThat(preview.title()).isEqualTo("[FIRING:1] KafkaConsumerLag");
                        assertThat(preview.mediaType()).isEqualTo("text/html");
                        assertThat(preview.text()).contains("컨슈머 그룹 orders");
                    });
        }
        assertThat(server.getReceivedMessages()).isEmpty();
    }
}
