package io.klamm.notifier.channel.setup;

import io.klamm.config.Section;
import io.klamm.discovery.client.HttpConfig;
import io.klamm.discovery.client.SecretSource;
import io.klamm.model.verdict.Language;
import io.klamm.notifier.channel.http.Address;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the section {@code global} says for receivers that do not say it themselves.
 *
 * @param smtp for mails
 */
public record Globals(
        HttpConfig http,
        Language language,
        Optional<Address> slackUrl,
        Optional<SecretSource> slackToken,
        Address slackApi,
        Address pagerdutyUrl,
        Address opsgenieUrl,
        Optional<SecretSource> opsgenieKey,
        Address telegramUrl,
        Optional<SecretSource> telegramToken,
        Smtp smtp) {

    /** Keys of services that Klamm does not tell, and of what is long gone. */
    private static final List<String> NOT_TAKEN = List.of(
            "victorops_api_url",
            "victorops_api_key",
            "victorops_api_key_file",
            "wechat_api_url",
            "wechat_api_secret",
            "wechat_api_secret_file",
            "wechat_api_corp_id",
            "webex_api_url",
            "hipchat_api_url",
            "hipchat_auth_token",
            "jira_api_url",
            "rocketchat_api_url",
            "rocketchat_token",
            "rocketchat_token_file",
            "rocketchat_token_id",
            "rocketchat_token_id_file",
            "mattermost_webhook_url",
            "mattermost_webhook_url_file");

    /** Reads the section; problems are noted there. */
    public static Globals bind(Section section, Path directory) {
        NOT_TAKEN.stream().filter(section::has).forEach(key -> {
            section.ignore(key);
            section.warning(key, "ignored: Klamm has no receivers of this kind");
        });
        return new Globals(
                HttpConfig.bind(section.section("http_config"), directory),
                Basics.language(section, Language.ENGLISH),
                Address.optional(section, "slack_api_url", directory),
                SecretSource.bind(section, "slack_app_token", directory),
                address(section, "slack_app_url", "https://slack.com/api/chat.postMessage", directory),
                address(section, "pagerduty_url", "https://events.pagerduty.com/v2/enqueue", directory),
                address(section, "opsgenie_api_url", "https://api.opsgenie.com/", directory),
                SecretSource.bind(section, "opsgenie_api_key", directory),
                address(section, "telegram_api_url", "https://api.telegram.org", directory),
                SecretSource.bind(section, "telegram_bot_token", directory),
                Smtp.bind(section, directory));
    }

    private static Address address(Section section, String key, String otherwise, Path directory) {
        return Address.required(section, key, directory, Optional.of(Address.of(otherwise)));
    }
}
