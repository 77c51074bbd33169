package io.klamm.scrape.config;

import io.klamm.config.Section;
import io.klamm.model.series.Labels;
import io.klamm.storage.MatchType;
import io.klamm.storage.Matcher;
import io.klamm.storage.remote.read.RemoteReadConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * An item of {@code remote_read}: a store that is asked beside ours.
 *
 * @param timeout of a whole answer
 * @param requiredMatchers it is asked only when a selection has all of these, as label and value
 * @param filterExternalLabels whether to ask for the external labels
 * @param readRecent whether it is also asked for the time that the local store covers
 */
public record RemoteRead(
        RemoteHttp http,
        Duration timeout,
        Map<String, String> requiredMatchers,
        boolean filterExternalLabels,
        boolean readRecent) {

    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    public RemoteRead {
        requiredMatchers = Map.copyOf(requiredMatchers);
    }

    static RemoteRead bind(Section section, Path directory) {
        return new RemoteRead(
                RemoteHttp.bind(section, directory),
                section.duration("remote_timeout", RemoteReadConfig.DEFAULT_TIMEOUT, SHORTEST, LONGEST),
                section.freeMap("required_matchers").reveal(),
                section.bool("filter_external_labels", true),
                section.bool("read_recent", false));
    }

    /** What names the store. */
    public String name() {
        return http.name();
    }

    /**
     * What Klamm's reader needs to know.
     *
     * @throws IOException if a secret lies in a file that cannot be read
     */
    public RemoteReadConfig readConfig(Labels externalLabels) throws IOException {
        return new RemoteReadConfig(
                http.name(),
                http.url(),
                http.headersNow(),
                timeout,
                RemoteReadConfig.DEFAULT_MAX_BYTES,
                new TreeMap<>(requiredMatchers)
                        .entrySet().stream()
                                .map(label -> new Matcher(MatchType.EQUAL, label.getKey(), label.getValue()))
                                .toList(),
                externalLabels,
                filterExternalLabels,
                readRecent);
    }
}
