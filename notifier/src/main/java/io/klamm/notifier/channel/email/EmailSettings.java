package io.klamm.notifier.channel.email;

import io.klamm.config.Format;
import io.klamm.config.Section;
import io.klamm.discovery.client.SecretSource;
import io.klamm.discovery.client.TlsConfig;
import io.klamm.model.verdict.Language;
import io.klamm.notifier.channel.setup.Basics;
import io.klamm.notifier.channel.setup.Binding;
import io.klamm.notifier.channel.setup.ChannelContext;
import io.klamm.notifier.channel.setup.ChannelSettings;
import io.klamm.notifier.channel.setup.Smtp;
import io.klamm.notifier.message.Channel;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * {@code email_configs}. Addresses, texts and headers are templates.
 *
 * @param to with commas between
 * @param hello our name, as we greet with it
 * @param requireTls whether STARTTLS has to be spoken
 * @param implicitTls whether TLS begins with the connection, as on port 465
 * @param threading whether mails of the same incident stand together
 */
public record EmailSettings(
        boolean sendResolved,
        Language language,
        Duration timeout,
        String to,
        String from,
        Smarthost smarthost,
        String hello,
        Optional<SmtpLogin> login,
        boolean requireTls,
        boolean implicitTls,
        TlsConfig tls,
        String html,
        String text,
        Map<String, String> headers,
        boolean threading)
        implements ChannelSettings {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final String HTML = "{{ template \"email.default.html\" . }}";
    private static final Format<Smarthost> SMARTHOST = Format.of("host:port", Smarthost::parse);

    /** Reads a section; problems are noted there. */
    public static EmailSettings bind(Binding binding) {
        Section section = binding.section();
        Smtp global = binding.globals().smtp();
        String from = section.optionalString("from").or(global::from).orElse("");
        if (from.isEmpty()) {
            section.problem("from", "missing (expected: an address, here or as smtp_from in global)");
        }
        checkAddresses(section);
        Section threads = section.section("threading");
        threads.text("thread_by_date", "");
        Smarthost smarthost = smarthost(section, global);
        return new EmailSettings(
                section.bool("send_resolved", false),
                Basics.language(section, binding.globals().language()),
                section.duration("timeout", TIMEOUT, Duration.ofSeconds(1), Duration.ofMinutes(5)),
                section.string("to"),
                from,
                smarthost,
                section.string("hello", global.hello()),
                login(binding, global),
                section.bool("require_tls", global.requireTls()),
                section.bool("force_implicit_tls", smarthost.port() == Smarthost.IMPLICIT_TLS),
                section.has("tls_config")
                        ? TlsConfig.bind(section.section("tls_config"), binding.directory())
                        : global.tls(),
                section.text("html", HTML),
                section.text("text", section.has("html") ? "" : "{{ template \"email.default.text\" . }}"),
                headers(section),
                threads.bool("enabled", true));
    }

    /** Those that are no templates. */
    private static void checkAddresses(Section section) {
        for (String key : List.of("to", "from")) {
            String text = section.text(key, "");
            try {
                if (!text.contains("{{")) {
                    InternetAddress.parse(text, true);
                }
            } catch (AddressException e) {
                section.refuse(key, "addresses with commas between, such as ops@example.com");
            }
        }
    }

    private static Smarthost smarthost(Section section, Smtp global) {
        Optional<Smarthost> own = section.optional("smarthost", SMARTHOST);
        Optional<Smarthost> known = own.or(() -> global.smarthost().flatMap(Smarthost::parse));
        if (known.isEmpty() && !section.has("smarthost")) {
            section.problem("smarthost", "missing (expected: host:port, here or as smtp_smarthost in global)");
        }
        return known.orElse(Smarthost.NONE);
    }

    private static Optional<SmtpLogin> login(Binding binding, Smtp global) {
        Section section = binding.section();
        Optional<String> username = section.optionalString("auth_username").or(global::username);
        Optional<SecretSource> password =
                SecretSource.bind(section, "auth_password", binding.directory()).or(global::password);
        Optional<SecretSource> secret =
                SecretSource.bind(section, "auth_secret", binding.directory()).or(global::secret);
        String identity = section.text("auth_identity", global.identity());
        return username.map(name -> new SmtpLogin(name, password, secret, identity));
    }

    private static Map<String, String> headers(Section section) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.put("Subject", "{{ template \"email.default.subject\" . }}");
        headers.putAll(section.freeMap("headers").reveal());
        for (String name : headers.keySet()) {
            if (!name.matches("[!-9;-~]+")) {
                section.problem(
                        "headers", "a name that no header can have (expected: printable ASCII without a colon)");
            }
        }
        return headers;
    }

    @Override
    public String kind() {
        return "email";
    }

    @Override
    public Channel open(ChannelContext context) {
        return new EmailChannel(this, context.wording(language), context.executor());
    }
}
