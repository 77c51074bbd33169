package io.klamm.discovery.client;

import io.klamm.config.Format;
import io.klamm.config.Section;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads {@code proxy_url} and {@code no_proxy} out of a section. */
final class ProxyBinding {

    private static final Format<URI> PROXY = Format.of("an address such as http://proxy:3128", ProxyBinding::address);

    private ProxyBinding() {}

    private static Optional<URI> address(String text) {
        try {
            URI uri = new URI(text);
            return "http".equals(uri.getScheme()) && uri.getHost() != null ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    static Optional<URI> proxy(Section section) {
        for (String key : List.of("proxy_from_environment", "proxy_connect_header")) {
            if (section.has(key)) {
                section.ignore(key);
                section.problem(key, "not built in Klamm (expected: proxy_url)");
            }
        }
        return section.optional("proxy_url", PROXY);
    }

    static List<String> noProxy(Section section) {
        return section.optionalString("no_proxy").stream()
                .flatMap(text -> Arrays.stream(text.split(",", -1)))
                .map(String::strip)
                .filter(host -> !host.isEmpty())
                .toList();
    }
}
