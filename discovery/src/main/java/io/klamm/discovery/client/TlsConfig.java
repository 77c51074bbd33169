package io.klamm.discovery.client;

import io.klamm.config.Secret;
import io.klamm.config.Section;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code tls_config}.
 *
 * @param authorities certificates in PEM of those that we trust; nothing for the Java's own
 * @param certificate ours in PEM, with those that vouch for it
 * @param key of our certificate, in PEM
 * @param serverName the name that the server's certificate must have; nothing for the one that is asked
 * @param trustAnything whether any certificate will do
 * @param protocols the versions of TLS that may be spoken
 */
public record TlsConfig(
        Optional<PemSource> authorities,
        Optional<PemSource> certificate,
        Optional<PemSource> key,
        Optional<String> serverName,
        boolean trustAnything,
        List<String> protocols) {

    /** The versions by the names of the configuration, from the oldest. */
    private static final Map<String, String> VERSIONS =
            Map.of("TLS10", "TLSv1", "TLS11", "TLSv1.1", "TLS12", "TLSv1.2", "TLS13", "TLSv1.3");

    private static final List<String> NAMES = List.of("TLS10", "TLS11", "TLS12", "TLS13");

    /** Nothing is configured. */
    public static final TlsConfig DEFAULT = new TlsConfig(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            List.of("TLSv1.2", "TLSv1.3"));

    public TlsConfig {
        protocols = List.copyOf(protocols);
    }

    /** Something in PEM, written in the configuration or in a file. */
    public sealed interface PemSource {

        record Written(Secret text) implements PemSource {}

        record InFile(Path file) implements PemSource {}
    }

    /** Reads the section {@code tls_config}; problems are noted there. */
    public static TlsConfig bind(Section section, Path directory) {
        Optional<PemSource> certificate = pem(section, "cert", directory);
        Optional<PemSource> key = pem(section, "key", directory);
        if (certificate.isPresent() != key.isPresent()) {
            section.problem("exactly one of key or key_file must be configured when a client certificate is configured,"
                    + " and the other way round");
        }
        return new TlsConfig(
                pem(section, "ca", directory),
                certificate,
                key,
                section.optionalString("server_name"),
                section.bool("insecure_skip_verify", false),
                protocols(section));
    }

    private static List<String> protocols(Section section) {
        int least = NAMES.indexOf(section.oneOf("min_version", NAMES, "TLS12"));
        int most = NAMES.indexOf(section.oneOf("max_version", NAMES, "TLS13"));
        if (least > most) {
            section.problem("max_version", "less than min_version (expected: at least that)");
            return DEFAULT.protocols();
        }
        return NAMES.subList(least, most + 1).stream()
                .flatMap(name -> Stream.ofNullable(VERSIONS.get(name)))
                .toList();
    }

    private static Optional<PemSource> pem(Section section, String key, Path directory) {
        Optional<Secret> written = section.optionalSecret(key);
        Optional<String> file = section.optionalString(key + "_file");
        if (written.isPresent() && file.isPresent()) {
            section.problem(key + "_file", "at most one of " + key + " and " + key + "_file must be configured");
        }
        return written.<PemSource>map(PemSource.Written::new)
                .or(() -> file.map(name -> new PemSource.InFile(directory.resolve(name))));
    }

    /** The files that it is made of. */
    List<Path> files() {
        return Stream.of(authorities, certificate, key)
                .flatMap(Optional::stream)
                .flatMap(source -> source instanceof PemSource.InFile in ? Stream.of(in.file()) : Stream.empty())
                .toList();
    }
}
