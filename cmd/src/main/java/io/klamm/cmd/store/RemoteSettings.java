package io.klamm.cmd.store;

import io.klamm.config.Format;
import io.klamm.config.Range;
import io.klamm.config.Secret;
import io.klamm.config.Section;
import io.klamm.model.series.Labels;
import io.klamm.scrape.config.PrometheusFile;
import io.klamm.scrape.config.RemoteRead;
import io.klamm.scrape.config.RemoteWrite;
import io.klamm.scrape.relabel.RelabelConfig;
import io.klamm.scrape.relabel.SentLabels;
import io.klamm.storage.Matcher;
import io.klamm.storage.remote.read.RemoteReadConfig;
import io.klamm.storage.remote.send.SendConfig;
import io.klamm.storage.remote.write.WriteProtocol;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Stores elsewhere, such as a Prometheus, Mimir, Thanos or VictoriaMetrics: {@code storage.external-labels}, {@code remote-write} and {@code remote-read}.
 *
 * @param externalLabels put on every series that leaves this server, so that it can be told from those of others
 * @param writes who gets everything that is written here
 * @param reads who is asked beside the store here
 */
public record RemoteSettings(Labels externalLabels, List<SendConfig> writes, List<RemoteReadConfig> reads) {

    public static final RemoteSettings NONE = new RemoteSettings(Labels.EMPTY, List.of(), List.of());

    private static final URI NOWHERE = URI.create("http://127.0.0.1/");
    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private static final Format<URI> URL =
            Format.of("an http or https URL, such as http://127.0.0.1:9090/api/v1/write", RemoteSettings::url);
    private static final Format<String> NAME = Format.of(
            "letters, digits, dots, underscores or hyphens",
            text -> text.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}") ? Optional.of(text) : Optional.empty());

    public RemoteSettings {
        writes = List.copyOf(writes);
        reads = List.copyOf(reads);
    }

    /** Reads the keys of the section {@code storage} that are about other stores; every problem is noted there. */
    static RemoteSettings bind(Section storage) {
        Labels external =
                Labels.of(new TreeMap<>(storage.freeMap("external-labels").reveal()));
        return new RemoteSettings(
                external,
                named(storage, "remote-write", section -> write(section, external)),
                named(storage, "remote-read", section -> read(section, external)));
    }

    /**
     * These, and after them those of a prometheus.yml. Its external labels count where there are none here.
     *
     * @throws IOException if a secret lies in a file that cannot be read; the message is for a person
     */
    RemoteSettings with(PrometheusFile file) throws IOException {
        Labels external = externalLabels.isEmpty() ? file.global().externalLabels() : externalLabels;
        List<SendConfig> allWrites = new ArrayList<>(writes);
        for (RemoteWrite write : file.remoteWrites()) {
            allWrites.add(write.sendConfig(external));
        }
        List<RemoteReadConfig> allReads = new ArrayList<>(reads);
        for (RemoteRead read : file.remoteReads()) {
            allReads.add(read.readConfig(external));
        }
        return new RemoteSettings(external, allWrites, allReads);
    }

    private static <T> List<T> named(Section storage, String key, Function<Section, T> binder) {
        Set<String> names = new HashSet<>();
        return storage.sections(key, section -> {
            section.optionalString("name")
                    .filter(name -> !names.add(name))
                    .ifPresent(name -> section.refuse("name", "a name of its own"));
            return binder.apply(section);
        });
    }

    private static SendConfig write(Section section, Labels external) {
        SendConfig usual =
                SendConfig.of(section.required("name", NAME, "unnamed"), section.required("url", URL, NOWHERE));
        Range count = Range.of(1, 1_000_000);
        return new SendConfig(
                usual.name(),
                usual.url(),
                headers(section),
                section.duration("timeout", usual.timeout(), SHORTEST, LONGEST),
                section.oneOf("protocol", List.of("1.0", "2.0"), "2.0").equals("1.0")
                        ? WriteProtocol.V1
                        : WriteProtocol.V2,
                external,
                SentLabels.by(section.sections("relabel", RelabelConfig::bind)),
                section.integer("samples-per-request", usual.samplesPerRequest(), count),
                section.integer("requests-at-once", usual.requestsAtOnce(), Range.of(1, 1_000)),
                section.duration("deadline", usual.deadline(), SHORTEST, LONGEST),
                section.duration("min-backoff", usual.minBackoff(), SHORTEST, LONGEST),
                section.duration("max-backoff", usual.maxBackoff(), SHORTEST, LONGEST),
                section.bool("from-oldest", usual.fromOldest()));
    }

    private static RemoteReadConfig read(Section section, Labels external) {
        RemoteReadConfig usual =
                RemoteReadConfig.of(section.required("name", NAME, "unnamed"), section.required("url", URL, NOWHERE));
        return new RemoteReadConfig(
                usual.name(),
                usual.url(),
                headers(section),
                section.duration("timeout", usual.timeout(), SHORTEST, LONGEST),
                usual.maxBytes(),
                section.freeMap("required-matchers").reveal().entrySet().stream()
                        .map(entry -> Matcher.equal(entry.getKey(), entry.getValue()))
                        .toList(),
                external,
                section.bool("filter-external-labels", usual.filterExternalLabels()),
                section.bool("read-recent", false));
    }

    /** What {@code headers}, {@code basic-auth} and {@code bearer-token} come to; secrets among them. */
    private static Map<String, String> headers(Section section) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(section.freeMap("headers").reveal());
        section.optionalSecret("bearer-token")
                .ifPresent(token -> headers.put("Authorization", "Bearer " + token.reveal()));
        if (section.has("basic-auth")) {
            Section login = section.section("basic-auth");
            String user = login.string("username");
            Secret password = login.secret("password");
            if (headers.containsKey("Authorization")) {
                section.problem(
                        "basic-auth",
                        "a second login (expected: one of basic-auth, bearer-token and a header Authorization)");
            }
            headers.put(
                    "Authorization",
                    "Basic "
                            + Base64.getEncoder()
                                    .encodeToString((user + ":" + password.reveal()).getBytes(StandardCharsets.UTF_8)));
        }
        return headers;
    }

    private static Optional<URI> url(String text) {
        try {
            URI url = new URI(text);
            boolean http = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
            return http && url.getHost() != null ? Optional.of(url) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
