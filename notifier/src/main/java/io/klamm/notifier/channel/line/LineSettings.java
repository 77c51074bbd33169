package io.klamm.notifier.channel.line;

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
 * {@code line_configs}, a kind of Klamm's own.
 *
 * @param token of the channel, long-lived
 * @param to the id of a user, group or room
 * @param text a template
 * @param quiet whether nobody's phone rings
 */
public record LineSettings(Basics basics, Address url, SecretSource token, String to, String text, boolean quiet)
        implements ChannelSettings {

    private static final String API = "https://api.line.me";

    /** Reads a section; problems are noted there. */
    public static LineSettings bind(Binding binding) {
        Section section = binding.section();
        Optional<SecretSource> token = SecretSource.bind(section, "channel_access_token", binding.directory());
        if (token.isEmpty()) {
            section.problem(
                    "channel_access_token", "missing (expected: channel_access_token or channel_access_token_file)");
        }
        return new LineSettings(
                binding.basics(true),
                Address.required(section, "api_url", binding.directory(), Optional.of(Address.of(API))),
                token.orElse(new SecretSource.Written(Secret.of(""))),
                section.string("to"),
                section.string("message", "{{ template \"line.default.message\" . }}"),
                section.bool("disable_notifications", false));
    }

    @Override
    public String kind() {
        return "line";
    }

    @Override
    public Channel open(ChannelContext context) {
        return basics.channel(kind(), new Line(this, context.wording(basics.language())), context);
    }
}
