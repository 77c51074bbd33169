package io.klamm.notifier.channel.email;

import io.klamm.config.Secret;
import io.klamm.notifier.channel.http.Mask;
import io.klamm.notifier.channel.text.Preview;
import io.klamm.notifier.channel.text.Previewing;
import io.klamm.notifier.channel.text.Wording;
import io.klamm.notifier.message.Channel;
import io.klamm.notifier.message.Delivery;
import io.klamm.notifier.message.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Mails by SMTP, each over a connection of its own. */
final class EmailChannel implements Channel, Previewing {

    private final EmailSettings settings;
    private final MailWriter writer;
    private final SmtpSessions sessions;
    private final Executor executor;

    /** @param executor where the server is talked to */
    EmailChannel(EmailSettings settings, Wording wording, Executor executor) {
        this.settings = settings;
        this.writer = new MailWriter(settings, wording);
        this.sessions = new SmtpSessions(settings);
        this.executor = executor;
    }

    @Override
    public String kind() {
        return "email";
    }

    @Override
    public boolean sendResolved() {
        return settings.sendResolved();
    }

    /** The server may be slow at each step, so what is waited for is all of them. */
    @Override
    public Delivery deliver(Message message) throws InterruptedException {
        CompletableFuture<Delivery> sent = CompletableFuture.supplyAsync(() -> send(message), executor);
        try {
            return sent.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            sent.cancel(true);
            return new Delivery.Retry(
                    settings.smarthost().host() + ": no answer within "
                            + settings.timeout().toMillis() + " ms",
                    null);
        } catch (ExecutionException e) {
            return new Delivery.Retry(settings.smarthost().host() + ": " + e.getCause(), null);
        }
    }

    private Delivery send(Message message) {
        List<Secret> secrets = new ArrayList<>();
        try {
            Session session = sessions.open();
            MimeMessage mail = writer.write(message, session);
            try (Transport transport = session.getTransport()) {
                sessions.connect(transport, secrets);
                transport.sendMessage(mail, mail.getAllRecipients());
            }
            return new Delivery.Accepted(Map.of());
        } catch (MessagingException e) {
            return Mask.of(secrets)
                    .hide(MailFailure.delivery(settings.smarthost().host(), e));
        } catch (IOException e) {
            return new Delivery.Retry("mail: " + e.getMessage() + " (expected: files that can be read)", null);
        }
    }

    @Override
    public Preview preview(Message message) {
        String html = writer.html(message);
        return html.isEmpty()
                ? new Preview(kind(), writer.subject(message), "text/plain", writer.text(message))
                : new Preview(kind(), writer.subject(message), "text/html", html);
    }

    @Override
    public void close() {
        // Nothing is kept between two mails.
    }
}
