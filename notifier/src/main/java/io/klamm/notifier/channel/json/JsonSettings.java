package io.klamm.notifier.channel.json;

import io.klamm.config.Secret;
import io.klamm.config.Section;
import io.klamm.notifier.channel.http.Address;
import io.klamm.notifier.channel.setup.Basics;
import io.klamm.notifier.channel.setup.Binding;
import io.klamm.notifier.channel.setup.ChannelContext;
import io.klamm.notifier.channel.setup.ChannelSettings;
import io.klamm.notifier.message.Channel;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * {@code json_configs}, a kind of Klamm's own: any request, written by templates.
 *
 * @param body a template of JSON
 * @param resolvedBody the same for when everything is over
 * @param headers which may hold secrets
 */
public record JsonSettings(
        Basics basics, Address url, String method, String body, String resolvedBody, Map<String, Secret> headers)
        implements ChannelSettings {

    private static final Set<String> NOT_OURS =
            Set.of("connection", "content-length", "expect", "host", "upgrade", "transfer-encoding");

    /** Reads a section; problems are noted there. */
    public static JsonSettings bind(Binding binding) {
        Section section = binding.section();
        String body = section.string("body");
        return new JsonSettings(
                binding.basics(true),
                Address.required(section, "url", binding.directory(), Optional.empty()),
                section.oneOf("method", List.of("POST", "PUT", "PATCH"), "POST"),
                body,
                section.string("resolved_body", body),
                headers(section.section("headers")));
    }

    private static Map<String, Secret> headers(Section section) {
        Map<String, Secret> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String name : section.keys()) {
            Secret value = section.secret(name);
            if (!name.matches("[A-Za-z0-9-]+") || NOT_OURS.contains(name.toLowerCase(Locale.ROOT))) {
                section.problem(name, "a header that cannot be set (expected: any other name)");
            } else if (value.reveal().chars().anyMatch(c -> c < ' ' || c > '~')) {
                section.problem(name, "a value of a header with odd letters (expected: printable ASCII)");
            } else {
                headers.put(name, value);
            }
        }
        return headers;
    }

    @Override
    public String kind() {
        return "json";
    }

    @Override
    public Channel open(ChannelContext context) {
        return basics.channel(kind(), new Json(this, context.wording(basics.language())), context);
    }
}
