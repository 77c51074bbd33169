package io.klamm.notifier.channel.pagerduty;

import io.klamm.config.Secret;
import io.klamm.config.Section;
import io.klamm.discovery.client.SecretSource;
import io.klamm.notifier.channel.http.Address;
import io.klamm.notifier.channel.setup.Basics;
import io.klamm.notifier.channel.setup.Binding;
import io.klamm.notifier.channel.setup.ChannelContext;
import io.klamm.notifier.channel.setup.ChannelSettings;
import io.klamm.notifier.channel.setup.TemplateMaps;
import io.klamm.notifier.message.Channel;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code pagerduty_configs}. All texts are templates.
 *
 * @param routingKey of the integration
 * @param texts by their names in the file: {@code client}, {@code description} ...
 * @param details what PagerDuty shows beside, by name
 */
public record PagerdutySettings(
        Basics basics,
        Address url,
        SecretSource routingKey,
        Map<String, String> texts,
        Map<String, String> details,
        List<Map<String, String>> images,
        List<Map<String, String>> links)
        implements ChannelSettings {

    private static final Map<String, String> TEXTS = Map.of(
            "client", "{{ template \"pagerduty.default.client\" . }}",
            "client_url", "{{ template \"pagerduty.default.clientURL\" . }}",
            "description", "{{ template \"pagerduty.default.description\" . }}",
            "severity", "error",
            "class", "",
            "component", "",
            "group", "");

    private static final Map<String, String> DETAILS = Map.of(
            "firing", "{{ template \"pagerduty.default.instances\" .Alerts.Firing }}",
            "resolved", "{{ template \"pagerduty.default.instances\" .Alerts.Resolved }}",
            "num_firing", "{{ .Alerts.Firing | len }}",
            "num_resolved", "{{ .Alerts.Resolved | len }}");

    /** Reads a section; problems are noted there. */
    public static PagerdutySettings bind(Binding binding) {
        Section section = binding.section();
        for (String key : List.of("service_key", "service_key_file")) {
            if (section.has(key)) {
                section.ignore(key);
                section.problem(key, "version 1 of the Events API is not built (expected: routing_key)");
            }
        }
        Optional<SecretSource> key = SecretSource.bind(section, "routing_key", binding.directory());
        if (key.isEmpty()) {
            section.problem("routing_key", "missing (expected: routing_key or routing_key_file)");
        }
        Map<String, String> texts = TemplateMaps.texts(section, TEXTS);
        texts.put("source", section.string("source", texts.getOrDefault("client", "")));
        return new PagerdutySettings(
                binding.basics(true),
                Address.required(
                        section,
                        "url",
                        binding.directory(),
                        Optional.of(binding.globals().pagerdutyUrl())),
                key.orElse(new SecretSource.Written(Secret.of(""))),
                texts,
                TemplateMaps.over(DETAILS, section.freeMap("details")),
                TemplateMaps.list(section, "images", List.of("src", "href", "alt")),
                TemplateMaps.list(section, "links", List.of("href", "text")));
    }

    @Override
    public String kind() {
        return "pagerduty";
    }

    @Override
    public Channel open(ChannelContext context) {
        return basics.channel(kind(), new Pagerduty(this, context.wording(basics.language())), context);
    }
}
