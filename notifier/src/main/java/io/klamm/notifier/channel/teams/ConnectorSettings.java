package io.klamm.notifier.channel.teams;

import io.klamm.config.Section;
import io.klamm.notifier.channel.http.Address;
import io.klamm.notifier.channel.setup.Basics;
import io.klamm.notifier.channel.setup.Binding;
import io.klamm.notifier.channel.setup.ChannelContext;
import io.klamm.notifier.channel.setup.ChannelSettings;
import io.klamm.notifier.message.Channel;
import java.util.Optional;

/**
 * {@code msteams_configs}: the connectors of old.
 *
 * @param title a template, as {@code summary} and {@code text} are
 */
public record ConnectorSettings(Basics basics, Address url, String title, String summary, String text)
        implements ChannelSettings {

    /** Reads a section; problems are noted there. */
    public static ConnectorSettings bind(Binding binding) {
        Section section = binding.section();
        return new ConnectorSettings(
                binding.basics(true),
                Address.required(section, "webhook_url", binding.directory(), Optional.empty()),
                section.string("title", "{{ template \"msteams.default.title\" . }}"),
                section.string("summary", "{{ template \"msteams.default.summary\" . }}"),
                section.string("text", "{{ template \"msteams.default.text\" . }}"));
    }

    @Override
    public String kind() {
        return "msteams";
    }

    @Override
    public Channel open(ChannelContext context) {
        return basics.channel(kind(), new Connector(this, context.wording(basics.language())), context);
    }
}
