package io.klamm.notifier.channel.opsgenie;

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
 * {@code opsgenie_configs}. All texts are templates.
 *
 * @param texts by their names in the file: {@code message}, {@code tags} ...
 * @param details beside the common labels
 * @param responders each with its {@code type} and one of {@code id}, {@code name}, {@code username}
 */
public record OpsgenieSettings(
        Basics basics,
        Address url,
        SecretSource key,
        Map<String, String> texts,
        Map<String, String> details,
        List<Map<String, String>> responders)
        implements ChannelSettings {

    private static final Map<String, String> TEXTS = Map.of(
            "message", "{{ template \"opsgenie.default.message\" . }}",
            "description", "{{ template \"opsgenie.default.description\" . }}",
            "source", "{{ template \"opsgenie.default.source\" . }}",
            "tags", "",
            "note", "",
            "priority", "",
            "entity", "",
            "actions", "");

    /** Reads a section; problems are noted there. */
    public static OpsgenieSettings bind(Binding binding) {
        Section section = binding.section();
        Optional<SecretSource> key = SecretSource.bind(section, "api_key", binding.directory())
                .or(() -> binding.globals().opsgenieKey());
        if (key.isEmpty()) {
            section.problem("api_key", "missing (expected: api_key or api_key_file, here or in global)");
        }
        if (section.bool("update_alerts", false)) {
            section.warning("update_alerts", "ignored: Opsgenie keeps the text of the first message");
        }
        return new OpsgenieSettings(
                binding.basics(true),
                Address.required(
                        section,
                        "api_url",
                        binding.directory(),
                        Optional.of(binding.globals().opsgenieUrl())),
                key.orElse(new SecretSource.Written(Secret.of(""))),
                TemplateMaps.texts(section, TEXTS),
                section.freeMap("details").reveal(),
                TemplateMaps.list(section, "responders", List.of("id", "name", "username", "type")));
    }

    @Override
    public String kind() {
        return "opsgenie";
    }

    @Override
    public Channel open(ChannelContext context) {
        return basics.channel(kind(), new Opsgenie(this, context.wording(basics.language())), context);
    }
}
