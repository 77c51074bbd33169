package io.klamm.notifier.channel.discord;

import io.klamm.config.Section;
import io.klamm.notifier.channel.http.Address;
import io.klamm.notifier.channel.setup.Basics;
import io.klamm.notifier.channel.setup.Binding;
import io.klamm.notifier.channel.setup.ChannelContext;
import io.klamm.notifier.channel.setup.ChannelSettings;
import io.klamm.notifier.message.Channel;
import java.util.Optional;

/**
 * {@code discord_configs}.
 *
 * @param title a template, as {@code text} and {@code content} are
 * @param content what stands above the box
 * @param username who it is from; empty for the webhook's own name
 */
public record DiscordSettings(
        Basics basics, Address url, String title, String text, String content, String username, String avatarUrl)
        implements ChannelSettings {

    /** Reads a section; problems are noted there. */
    public static DiscordSettings bind(Binding binding) {
        Section section = binding.section();
        return new DiscordSettings(
                binding.basics(true),
                Address.required(section, "webhook_url", binding.directory(), Optional.empty()),
                section.string("title", "{{ template \"discord.default.title\" . }}"),
                section.string("message", "{{ template \"discord.default.message\" . }}"),
                section.text("content", "{{ template \"discord.default.content\" . }}"),
                section.text("username", ""),
                section.text("avatar_url", ""));
    }

    @Override
    public String kind() {
        return "discord";
    }

    @Override
    public Channel open(ChannelContext context) {
        return basics.channel(kind(), new Discord(this, context.wording(basics.language())), context);
    }
}
