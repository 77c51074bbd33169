package io.klamm.notifier.channel;

import io.klamm.notifier.channel.alertmanager.AlertmanagerSettings;
import io.klamm.notifier.channel.discord.DiscordSettings;
import io.klamm.notifier.channel.email.EmailSettings;
import io.klamm.notifier.channel.json.JsonSettings;
import io.klamm.notifier.channel.kakaowork.KakaoworkSettings;
import io.klamm.notifier.channel.line.LineSettings;
import io.klamm.notifier.channel.opsgenie.OpsgenieSettings;
import io.klamm.notifier.channel.pagerduty.PagerdutySettings;
import io.klamm.notifier.channel.setup.Binding;
import io.klamm.notifier.channel.setup.ChannelSettings;
import io.klamm.notifier.channel.slack.SlackSettings;
import io.klamm.notifier.channel.teams.ConnectorSettings;
import io.klamm.notifier.channel.teams.WorkflowSettings;
import io.klamm.notifier.channel.telegram.TelegramSettings;
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
        kinds.put("discord_configs", DiscordSettings::bind);
        kinds.put("email_configs", EmailSettings::bind);
        kinds.put("json_configs", JsonSettings::bind);
        kinds.put("kakaowork_configs", KakaoworkSettings::bind);
        kinds.put("line_configs", LineSettings::bind);
        kinds.put("msteams_configs", ConnectorSettings::bind);
        kinds.put("msteamsv2_configs", WorkflowSettings::bind);
        kinds.put("opsgenie_configs", OpsgenieSettings::bind);
        kinds.put("pagerduty_configs", PagerdutySettings::bind);
        kinds.put("slack_configs", SlackSettings::bind);
        kinds.put("telegram_configs", TelegramSettings::bind);
        kinds.put("webhook_configs", WebhookSettings::bind);
        return Collections.unmodifiableMap(kinds);
    }
}
