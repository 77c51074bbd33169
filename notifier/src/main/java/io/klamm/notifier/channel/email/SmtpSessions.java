package io.klamm.notifier.channel.email;

import io.klamm.config.Secret;
import io.klamm.discovery.client.TlsConfig;
import io.klamm.discovery.client.TlsContexts;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/** Sets up connections to a mail server, as the settings say. */
final class SmtpSessions {

    private final EmailSettings settings;

    SmtpSessions(EmailSettings settings) {
        this.settings = settings;
    }

    /** A session that has not connected; an {@link IOException} where a file of {@code tls_config} cannot be read. */
    Session open() throws IOException {
        String protocol = settings.implicitTls() ? "smtps" : "smtp";
        String prefix = "mail." + protocol + ".";
        Properties properties = new Properties();
        properties.put("mail.transport.protocol", protocol);
        properties.put("mail.mime.charset", "UTF-8");
        properties.put(prefix + "localhost", settings.hello());
        properties.put(prefix + "from", settings.from());
        properties.put(prefix + "sendpartial", "true");
        for (String timeout : List.of("connectiontimeout", "timeout", "writetimeout")) {
            properties.put(prefix + timeout, String.valueOf(settings.timeout().toMillis()));
        }
        secure(properties, prefix);
        log(properties, prefix);
        return Session.getInstance(properties);
    }

    private void secure(Properties properties, String prefix) throws IOException {
        TlsConfig tls = settings.tls();
        properties.put(prefix + "starttls.enable", String.valueOf(!settings.implicitTls()));
        properties.put(prefix + "starttls.required", String.valueOf(settings.requireTls() && !settings.implicitTls()));
        properties.put(prefix + "ssl.protocols", String.join(" ", tls.protocols()));
        properties.put(prefix + "ssl.checkserveridentity", String.valueOf(!tls.trustAnything()));
        if (!tls.equals(TlsConfig.DEFAULT)) {
            properties.put(
                    prefix + "ssl.socketFactory", TlsContexts.context(tls).getSocketFactory());
        }
    }

    /** Without a secret of its own CRAM-MD5 is not offered a password, which others send as it is. */
    private void log(Properties properties, String prefix) {
        Optional<SmtpLogin> login = settings.login();
        properties.put(prefix + "auth", String.valueOf(login.isPresent()));
        properties.put(prefix + "auth.mechanisms", "PLAIN LOGIN");
        if (login.isPresent() && byChallenge(login.get())) {
            properties.put(prefix + "sasl.enable", "true");
            properties.put(prefix + "sasl.mechanisms", "CRAM-MD5");
            properties.put(prefix + "auth.mechanisms", "NONE");
        } else if (login.isPresent() && !login.get().identity().isEmpty()) {
            properties.put(prefix + "sasl.authorizationid", login.get().identity());
        }
    }

    private static boolean byChallenge(SmtpLogin login) {
        return login.password().isEmpty() && login.secret().isPresent();
    }

    /**
     * Connects, and logs in where the server asks for it.
     *
     * @param secrets to which those are added that were used
     */
    void connect(Transport transport, List<Secret> secrets) throws MessagingException, IOException {
        Smarthost host = settings.smarthost();
        if (settings.login().isEmpty()) {
            transport.connect(host.host(), host.port(), null, null);
            return;
        }
        SmtpLogin login = settings.login().get();
        Optional<Secret> secret = byChallenge(login) ? login.secretNow() : login.passwordNow();
        secret.ifPresent(secrets::add);
        transport.connect(
                host.host(),
                host.port(),
                login.username(),
                secret.map(Secret::reveal).orElse(""));
    }
}
