package io.klamm.notifier.channel.setup;

import io.klamm.config.Section;
import io.klamm.discovery.client.HttpConfig;
import io.klamm.model.verdict.Language;
import io.klamm.notifier.channel.http.HttpChannel;
import io.klamm.notifier.channel.http.OutboundHttp;
import io.klamm.notifier.channel.http.Service;
import io.klamm.notifier.message.Channel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The settings that all kinds have that are told by HTTP.
 *
 * @param sendResolved whether they are told when alerts are over
 * @param timeout for each request
 * @param language of the texts that nobody wrote
 */
public record Basics(boolean sendResolved, HttpConfig http, Duration timeout, Language language) {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    static Basics bind(Section section, Globals globals, Path directory, boolean sendResolved) {
        HttpConfig http = section.has("http_config")
                ? HttpConfig.bind(section.section("http_config"), directory)
                : globals.http();
        Duration timeout = section.duration("timeout", TIMEOUT, Duration.ZERO, LONGEST);
        return new Basics(
                section.bool("send_resolved", sendResolved),
                http,
                timeout.isZero() ? TIMEOUT : timeout,
                language(section, globals.language()));
    }

    /** Reads {@code language}: {@code en} or {@code ko}. */
    public static Language language(Section section, Language otherwise) {
        String code = section.oneOf("language", List.of("en", "ko"), otherwise == Language.KOREAN ? "ko" : "en");
        return code.equals("ko") ? Language.KOREAN : Language.ENGLISH;
    }

    /** A channel that tells a service by one request a message. */
    public Channel channel(String kind, Service service, ChannelContext context) {
        return new HttpChannel(kind, sendResolved, service, outbound(context), context.clock());
    }

    /** A client for requests as these settings say. */
    public OutboundHttp outbound(ChannelContext context) {
        return new OutboundHttp(http, context.executor(), timeout);
    }
}
