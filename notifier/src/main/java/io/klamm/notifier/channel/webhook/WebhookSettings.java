package io.klamm.notifier.channel.webhook;

import io.klamm.config.Range;
import io.klamm.notifier.channel.http.Address;
import io.klamm.notifier.channel.setup.Basics;
import io.klamm.notifier.channel.setup.Binding;
import io.klamm.notifier.channel.setup.ChannelContext;
import io.klamm.notifier.channel.setup.ChannelSettings;
import io.klamm.notifier.message.Channel;
import java.util.Optional;

/**
 * {@code webhook_configs}.
 *
 * @param maxAlerts how many alerts a message may have; 0 for any number
 */
public record WebhookSettings(Basics basics, Address url, int maxAlerts) implements ChannelSettings {

    /** Reads a section; problems are noted there. */
    public static WebhookSettings bind(Binding binding) {
        return new WebhookSettings(
                binding.basics(true),
                Address.required(binding.section(), "url", binding.directory(), Optional.empty()),
                binding.section().integer("max_alerts", 0, Range.atLeast(0)));
    }

    @Override
    public String kind() {
        return "webhook";
    }

    @Override
    public Channel open(ChannelContext context) {
        return basics.channel(kind(), new Webhook(url, new WebhookBody(context.externalUrl(), maxAlerts)), context);
    }
}
