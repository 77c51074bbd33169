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
 * {@code msteamsv2_configs}: workflows.
 *
 * @param title a template, as {@code text} is
 */
public record WorkflowSettings(Basics basics, Address url, String title, String text) implements ChannelSettings {

    /** Reads a section; problems are noted there. */
    public static WorkflowSettings bind(Binding binding) {
        Section section = binding.section();
        return new WorkflowSettings(
                binding.basics(true),
                Address.required(section, "webhook_url", binding.directory(), Optional.empty()),
                section.string("title", "{{ template \"msteamsv2.default.title\" . }}"),
                section.string("text", "{{ template \"msteamsv2.default.text\" . }}"));
    }

    @Override
    public String kind() {
        return "msteamsv2";
    }

    @Override
    public Channel open(ChannelContext context) {
        return basics.channel(kind(), new Workflow(this, context.wording(basics.language())), context);
    }
}
