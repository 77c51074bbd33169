package io.klamm.scrape.config;

import io.klamm.config.Format;
import io.klamm.config.Secret;
import io.klamm.config.Section;
import io.klamm.discovery.client.Credentials;
import io.klamm.discovery.client.HeaderValue;
import io.klamm.discovery.client.HttpConfig;
import io.klamm.discovery.client.TlsConfig;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How a destination of {@code remote_write} or {@code remote_read} is asked.
 *
 * @param name in messages, and of its files; by the address if the file says none
 * @param credentials of the {@code Authorization} header
 * @param headers of {@code headers}
 * @param more of {@code http_headers}
 */
record RemoteHttp(
        String name,
        URI url,
        Optional<Credentials> credentials,
        Map<String, Secret> headers,
        Map<String, HeaderValue> more) {

    private static final URI NOWHERE = URI.create("http://127.0.0.1/");
    private static final int LONGEST_NAME = 100;
    private static final Format<URI> URL = Format.of("an http or https URL with a host", RemoteHttp::url);
    private static final Format<String> NAME = Format.of(
            "letters, digits, dots, underscores or hyphens",
            text -> text.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}") ? Optional.of(text) : Optional.empty());

    /** Without these a destination would be asked in another way than the file says. */
    private static final List<String> REFUSED = List.of("sigv4", "azuread", "google_iam");

    RemoteHttp {
        headers = Map.copyOf(headers);
        more = Map.copyOf(more);
    }

    static RemoteHttp bind(Section section, Path directory) {
        URI url = section.required("url", URL, NOWHERE);
        HttpConfig http = HttpConfig.bind(section, directory);
        if (!http.tls().equals(TlsConfig.DEFAULT)) {
            section.problem("tls_config", "not built in Klamm for remote stores (expected: none)");
        }
        if (http.proxy().isPresent()) {
            section.problem("proxy_url", "not built in Klamm for remote stores (expected: none)");
        }
        for (String key : REFUSED) {
            if (section.has(key)) {
                section.ignore(key);
                section.problem(key, "not built in Klamm (expected: basic_auth or authorization)");
            }
        }
        Section headers = section.section("headers");
        Map<String, Secret> values = new TreeMap<>();
        headers.keys().forEach(key -> values.put(key, headers.secret(key)));
        return new RemoteHttp(section.value("name", NAME, name(url)), url, http.credentials(), values, http.headers());
    }

    private static Optional<URI> url(String text) {
        try {
            URI uri = new URI(text);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            return uri.getHost() != null && (scheme.equals("http") || scheme.equals("https"))
                    ? Optional.of(uri)
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static String name(URI url) {
        String place =
                (url.getHost() + (url.getPort() < 0 ? "" : "-" + url.getPort())).replaceAll("[^A-Za-z0-9._-]", "");
        String name = Character.isLetterOrDigit(place.charAt(0)) ? place : "remote-" + place;
        return name.substring(0, Math.min(LONGEST_NAME, name.length()));
    }

    /** All headers as they are now, those whose secrets lie in files among them. */
    Map<String, String> headersNow() throws IOException {
        Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((header, value) -> all.put(header, value.reveal()));
        for (Map.Entry<String, HeaderValue> header : more.entrySet()) {
            all.put(header.getKey(), String.join(", ", header.getValue().now()));
        }
        if (credentials.isPresent()) {
            all.put("Authorization", credentials.get().header().reveal());
        }
        return all;
    }
}
