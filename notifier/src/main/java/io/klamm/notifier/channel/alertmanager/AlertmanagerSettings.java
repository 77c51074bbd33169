package io.klamm.notifier.channel.alertmanager;

import io.klamm.notifier.channel.http.Address;
import io.klamm.notifier.channel.setup.Basics;
import io.klamm.notifier.channel.setup.Binding;
import io.klamm.notifier.channel.setup.ChannelContext;
import io.klamm.notifier.channel.setup.ChannelSettings;
import io.klamm.notifier.message.Channel;
import java.time.Duration;
import java.util.Optional;

/**
 * {@code alertmanager_configs}, a kind of Klamm's own.
 *
 * @param url of the Alertmanager, up to and without {@code /api/v2}
 * @param firingFor how long an alert stays without being told again; more than the route's {@code repeat_interval}
 */
public record AlertmanagerSettings(Basics basics, Address url, Duration firingFor) implements ChannelSettings {

    private static final Duration FIRING_FOR = Duration.ofHours(5);

    /** Reads a section; problems are noted there. */
    public static AlertmanagerSettings bind(Binding binding) {
        return new AlertmanagerSettings(
                binding.basics(true),
                Address.required(binding.section(), "url", binding.directory(), Optional.empty()),
                binding.section().duration("firing_for", FIRING_FOR, Duration.ofMinutes(1), Duration.ofDays(365)));
    }

    @Override
    public String kind() {
        return "alertmanager";
    }

    @Override
    public Channel open(ChannelContext context) {
        return basics.channel(kind(), new Alertmanager(url, firingFor), context);
    }
}
