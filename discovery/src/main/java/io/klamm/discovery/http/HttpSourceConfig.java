package io.klamm.discovery.http;

import io.klamm.config.Format;
import io.klamm.config.Section;
import io.klamm.discovery.client.HttpConfig;
import io.klamm.discovery.group.SourceConfig;
import io.klamm.discovery.group.SourceContext;
import io.klamm.discovery.group.TargetSource;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Targets from a server that answers with their list in JSON: an item of {@code http_sd_configs}.
 *
 * @param refreshInterval from one question to the next
 */
public record HttpSourceConfig(URI url, Duration refreshInterval, HttpConfig http) implements SourceConfig {

    private static final Duration REFRESH = Duration.ofSeconds(60);
    private static final URI STAND_IN = URI.create("http://127.0.0.1/");
    private static final Format<URI> URL =
            Format.of("an address such as http://inventory:8080/targets", HttpSourceConfig::url);

    private static Optional<URI> url(String text) {
        try {
            URI uri = new URI(text);
            boolean known = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            return known && uri.getHost() != null ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /**
     * One item; problems are noted in the section.
     *
     * @param directory what relative paths are relative to
     */
    public static HttpSourceConfig bind(Section section, Path directory) {
        return new HttpSourceConfig(
                section.required("url", URL, STAND_IN),
                section.duration("refresh_interval", REFRESH),
                HttpConfig.bind(section, directory));
    }

    @Override
    public TargetSource open(SourceContext context) {
        return new HttpSource(this, context.fetchers().fetcher(http));
    }
}
