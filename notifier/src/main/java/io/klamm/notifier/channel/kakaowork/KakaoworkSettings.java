package io.klamm.notifier.channel.kakaowork;

import io.klamm.config.Secret;
import io.klamm.config.Section;
import io.klamm.discovery.client.SecretSource;
import io.klamm.notifier.channel.http.Address;
import io.klamm.notifier.channel.setup.Basics;
import io.klamm.notifier.channel.setup.Binding;
import io.klamm.notifier.channel.setup.ChannelContext;
import io.klamm.notifier.channel.setup.ChannelSettings;
import io.klamm.notifier.message.Channel;
import java.util.Optional;

/**
 * {@code kakaowork_configs}, a kind of Klamm's own: a bot that writes into a room or to a person, or an incoming webhook.
 *
 * @param webhook an incoming webhook; the rest is a bot's
 * @param appKey of the bot
 * @param conversation the id of a room; empty for a person
 * @param email of a person; empty for a room
 * @param text a template
 */
public record KakaoworkSettings(
        Basics basics,
        Optional<Address> webhook,
        Address api,
        SecretSource appKey,
        String conversation,
        String email,
        String text)
        implements ChannelSettings {

    private static final String API = "https://api.kakaowork.com";

    /** Reads a section; problems are noted there. */
    public static KakaoworkSettings bind(Binding binding) {
        Section section = binding.section();
        Optional<Address> webhook = Address.optional(section, "webhook_url", binding.directory());
        Optional<SecretSource> key = SecretSource.bind(section, "app_key", binding.directory());
        String conversation = section.text("conversation_id", "");
        String email = section.text("email", "");
        if (webhook.isPresent() == key.isPresent()) {
            section.problem(
                    "webhook_url and app_key: " + (key.isPresent() ? "both" : "neither") + " (expected: one of them)");
        }
        if (key.isPresent() && conversation.isEmpty() == email.isEmpty()) {
            section.problem("conversation_id and email: " + (email.isEmpty() ? "neither" : "both")
                    + " (expected: one of them, beside app_key)");
        }
        return new KakaoworkSettings(
                binding.basics(true),
                webhook,
                Address.required(section, "api_url", binding.directory(), Optional.of(Address.of(API))),
                key.orElse(new SecretSource.Written(Secret.of(""))),
                conversation,
                email,
                section.string("message", "{{ template \"kakaowork.default.message\" . }}"));
    }

    @Override
    public String kind() {
        return "kakaowork";
    }

    @Override
    public Channel open(ChannelContext context) {
        return basics.channel(kind(), new Kakaowork(this, context.wording(basics.language())), context);
    }
}
