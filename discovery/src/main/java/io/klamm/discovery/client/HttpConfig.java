package io.klamm.discovery.client;

import io.klamm.config.Section;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a server is asked: the keys that {@code scrape_configs} and {@code http_sd_configs} share.
 *
 * @param credentials of the {@code Authorization} header
 * @param headers sent with every request
 * @param followRedirects whether an answer may send us elsewhere
 * @param http2 whether HTTP/2 is offered over TLS
 * @param proxy where requests go first
 * @param noProxy hosts that are asked without it
 */
public record HttpConfig(
        Optional<Credentials> credentials,
        TlsConfig tls,
        Map<String, HeaderValue> headers,
        boolean followRedirects,
        boolean http2,
        Optional<URI> proxy,
        List<String> noProxy) {

    /** Nothing is configured. */
    public static final HttpConfig DEFAULT =
            new HttpConfig(Optional.empty(), TlsConfig.DEFAULT, Map.of(), true, true, Optional.empty(), List.of());

    public HttpConfig {
        headers = Map.copyOf(headers);
        noProxy = List.copyOf(noProxy);
    }

    /**
     * Reads the keys out of the section of a job or of a source; problems are noted there.
     *
     * @param directory what relative paths are relative to
     */
    public static HttpConfig bind(Section section, Path directory) {
        return new HttpConfig(
                CredentialsBinding.bind(section, directory),
                TlsConfig.bind(section.section("tls_config"), directory),
                HeaderValue.bind(section.section("http_headers"), directory),
                section.bool("follow_redirects", true),
                section.bool("enable_http2", true),
                ProxyBinding.proxy(section),
                ProxyBinding.noProxy(section));
    }

    /** The same, but an answer sends us nowhere. */
    public HttpConfig withoutRedirects() {
        return new HttpConfig(credentials, tls, headers, false, http2, proxy, noProxy);
    }
}
