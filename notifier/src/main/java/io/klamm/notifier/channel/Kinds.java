package io.klamm.notifier.channel;

import io.klamm.notifier.channel.alertmanager.AlertmanagerSettings;
import io.klamm.notifier.channel.setup.Binding;
import io.klamm.notifier.channel.setup.ChannelSettings;
import io.klamm.notifier.channel.webhook.WebhookSettings;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** The kinds of channels by the keys of a receiver's section. */
final class Kinds {

    /** What Alertmanager has and Klamm has not. */
    static final List<String> NOT_BUILT = List.of(
            "incidentio_configs",
            "jira_configs",
            "mattermost_configs",
            "pushover_configs",
            "rocketchat_configs",
            "sns_configs",
            "victorops_configs",
            "webex_configs",
            "wechat_configs");

    private Kinds() {}

    /** Readers of sections by key, sorted. */
    static Map<String, Function<Binding, ChannelSettings>> all() {
        Map<String, Function<Binding, ChannelSettings>> kinds = new TreeMap<>();
        kinds.put("alertmanager_configs", AlertmanagerSettings::bind);
        kinds.put("webhook_configs", WebhookSettings::bind);
        return Collections.unmodifiableMap(kinds);
    }
}
