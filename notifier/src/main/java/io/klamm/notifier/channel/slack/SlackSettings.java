package io.klamm.notifier.channel.slack;

import io.klamm.config.Section;
import io.klamm.discovery.client.SecretSource;
import io.klamm.notifier.channel.http.Address;
import io.klamm.notifier.channel.http.OutboundHttp;
import io.klamm.notifier.channel.setup.Basics;
import io.klamm.notifier.channel.setup.Binding;
import io.klamm.notifier.channel.setup.ChannelContext;
import io.klamm.notifier.channel.setup.ChannelSettings;
import io.klamm.notifier.message.Channel;
import java.util.Optional;

/**
 * {@code slack_configs}: an incoming webhook, or an app that writes by the Web API.
 *
 * @param webhook an incoming webhook
 * @param token of an app, with which the Web API is used
 * @param api of {@code chat.postMessage}
 * @param channel a name or id; for a webhook it may be empty
 */
public record SlackSettings(
        Basics basics,
        Optional<Address> webhook,
        Optional<SecretSource> token,
        Address api,
        String channel,
        SlackTexts texts)
        implements ChannelSettings {

    /** Reads a section; problems are noted there. */
    public static SlackSettings bind(Binding binding) {
        Section section = binding.section();
        Optional<Address> url = Address.optional(section, "api_url", binding.directory());
        Optional<SecretSource> own = SecretSource.bind(section, "app_token", binding.directory())
                .or(() -> SecretSource.bind(section, "bot_token", binding.directory()));
        if (url.isPresent() && own.isPresent()) {
            section.problem("api_url", "beside app_token (expected: one of them)");
        }
        // What stands here wins over what stands in global, whichever of the two it is.
        Optional<SecretSource> token = url.isPresent()
                ? Optional.empty()
                : own.or(() -> binding.globals().slackToken());
        Optional<Address> webhook = token.isPresent()
                ? Optional.empty()
                : url.or(() -> binding.globals().slackUrl());
        String channel = section.text("channel", "");
        if (webhook.isEmpty() && token.isEmpty()) {
            section.problem("api_url", "missing (expected: api_url or app_token, here or in global)");
        }
        if (token.isPresent() && channel.isEmpty()) {
            section.problem("channel", "missing (expected: the name or id of a channel, beside app_token)");
        }
        Address api = Address.required(
                section,
                "app_url",
                binding.directory(),
                Optional.of(binding.globals().slackApi()));
        return new SlackSettings(binding.basics(false), webhook, token, api, channel, SlackTexts.bind(section));
    }

    @Override
    public String kind() {
        return "slack";
    }

    @Override
    public Channel open(ChannelContext context) {
        SlackAttachment attachment = new SlackAttachment(texts, channel, context.wording(basics.language()));
        if (token.isEmpty()) {
            Address address = webhook.orElse(api);
            return basics.channel(kind(), new SlackWebhook(address, attachment), context);
        }
        OutboundHttp http = basics.outbound(context);
        SlackApi web = new SlackApi(api, token.get(), http, context.clock());
        return new SlackThreads(basics.sendResolved(), web, attachment, http);
    }
}
