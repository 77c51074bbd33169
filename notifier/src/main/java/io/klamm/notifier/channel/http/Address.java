package io.klamm.notifier.channel.http;

import io.klamm.config.Secret;
import io.klamm.config.Section;
import io.klamm.discovery.client.SecretSource;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Where something is sent: an address of which people may see no more than the host, for whoever knows all of a webhook's may write there. */
public final class Address {

    private static final String EXPECTED = "(expected: an http or https URL with a host)";
    private static final int SHORTEST = 8;
    private static final String NOWHERE = "http://127.0.0.1:9/";

    private final SecretSource source;

    private Address(SecretSource source) {
        this.source = source;
    }

    /** An address that is known by its text; one that is none shows when it is used. */
    public static Address of(String text) {
        return new Address(new SecretSource.Written(Secret.of(text)));
    }

    /** Reads a key, or the file that the key with {@code _file} names; nothing where there is neither. */
    public static Optional<Address> optional(Section section, String key, Path directory) {
        Optional<SecretSource> found = SecretSource.bind(section, key, directory);
        found.ifPresent(source -> check(section, key, source));
        return found.map(Address::new);
    }

    /** The same where there has to be one, if not here then in the {@code otherwise}. */
    public static Address required(Section section, String key, Path directory, Optional<Address> otherwise) {
        Optional<Address> found = optional(section, key, directory).or(() -> otherwise);
        if (found.isEmpty() && !section.has(key)) {
            section.problem(key, "missing (expected: " + key + " or " + key + "_file)");
        }
        return found.orElseGet(() -> of(NOWHERE));
    }

    private static void check(Section section, String key, SecretSource source) {
        if (source instanceof SecretSource.Written written
                && parsed(written.secret().reveal()).isEmpty()) {
            section.problem(key, "not an address " + EXPECTED);
        }
    }

    /** The whole address as it is now; an {@link IOException} without secrets where there is none. */
    public URI now() throws IOException {
        return parsed(source.now().reveal())
                .orElseThrow(() -> new IOException("what the file of the address says " + EXPECTED));
    }

    /** What of it must not be seen: all of it, and what comes after the host, for answers like to repeat that. */
    public List<Secret> secrets() throws IOException {
        URI uri = now();
        String path = String.valueOf(uri.getRawPath());
        Stream<String> parts = Stream.of(
                source.now().reveal().strip(),
                path,
                path.replaceFirst("^/", ""),
                path.substring(path.lastIndexOf('/') + 1),
                String.valueOf(uri.getRawQuery()));
        return parts.filter(part -> part.length() >= SHORTEST).map(Secret::of).toList();
    }

    /** What people may see: the host. */
    public String shown() {
        try {
            return now().getHost();
        } catch (IOException e) {
            return "unknown host";
        }
    }

    private static Optional<URI> parsed(String text) {
        try {
            URI uri = new URI(text.strip());
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            boolean good = uri.getHost() != null && (scheme.equals("http") || scheme.equals("https"));
            return good ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** The host alone. */
    @Override
    public String toString() {
        return shown();
    }
}
