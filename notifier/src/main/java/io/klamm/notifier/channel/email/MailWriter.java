package io.klamm.notifier.channel.email;

import io.klamm.notifier.channel.text.Escape;
import io.klamm.notifier.channel.text.Wording;
import io.klamm.notifier.message.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Map;
import java.util.UUID;

/** Writes messages as mails, in UTF-8. */
final class MailWriter {

    private static final int LARGEST = 1_000_000;
    private static final int SUBJECT = 250;
    private static final String UTF_8 = "UTF-8";

    private final EmailSettings settings;
    private final Wording wording;

    MailWriter(EmailSettings settings, Wording wording) {
        this.settings = settings;
        this.wording = wording;
    }

    MimeMessage write(Message message, Session session) throws MessagingException {
        MimeMessage mail = new Identified(session, id(message.id()));
        mail.setFrom(address(message, settings.from()));
        mail.setRecipients(
                jakarta.mail.Message.RecipientType.TO,
                InternetAddress.parse(wording.on(message).plain(settings.to())));
        mail.setSentDate(Date.from(message.at()));
        mail.setHeader("X-Mailer", "Klamm");
        mail.setHeader("Auto-Submitted", "auto-generated");
        if (settings.threading()) {
            String root = id(message.incident());
            mail.setHeader("References", root);
            mail.setHeader("In-Reply-To", root);
        }
        headers(mail, message);
        mail.setContent(parts(message));
        mail.saveChanges();
        return mail;
    }

    private InternetAddress address(Message message, String template) throws MessagingException {
        return new InternetAddress(wording.on(message).plain(template), true);
    }

    private void headers(MimeMessage mail, Message message) throws MessagingException {
        for (Map.Entry<String, String> header : settings.headers().entrySet()) {
            String value = line(wording.on(message).plain(header.getValue()));
            try {
                mail.setHeader(header.getKey(), MimeUtility.encodeText(value, UTF_8, null));
            } catch (UnsupportedEncodingException e) {
                throw new MessagingException(UTF_8, e);
            }
        }
        mail.setSubject(subject(message), UTF_8);
    }

    /** A header of one line: nothing that comes from elsewhere may begin another header. */
    private static String line(String text) {
        return text.replaceAll("[\\r\\n\\t\\x00]+", " ").strip();
    }

    private MimeMultipart parts(Message message) throws MessagingException {
        MimeMultipart parts = new MimeMultipart("alternative");
        String text = text(message);
        if (!text.isEmpty()) {
            MimeBodyPart part = new MimeBodyPart();
            part.setText(text, UTF_8);
            parts.addBodyPart(part);
        }
        String html = html(message);
        if (!html.isEmpty()) {
            MimeBodyPart part = new MimeBodyPart();
            part.setContent(html, "text/html; charset=UTF-8");
            parts.addBodyPart(part);
        }
        return parts;
    }

    String subject(Message message) {
        String template = settings.headers().getOrDefault("Subject", "");
        return line(wording.on(message).line(template, Escape.NONE, SUBJECT));
    }

    String text(Message message) {
        return wording.on(message).fitting(settings.text(), Escape.NONE, LARGEST);
    }

    String html(Message message) {
        return wording.on(message).fitting(settings.html(), Escape.HTML, LARGEST);
    }

    private static String id(String of) {
        return "<" + UUID.nameUUIDFromBytes(of.getBytes(StandardCharsets.UTF_8)) + "@klamm>";
    }

    /** A mail that keeps its id, so that a repetition is known as one. */
    private static final class Identified extends MimeMessage {

        private final String id;

        Identified(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
