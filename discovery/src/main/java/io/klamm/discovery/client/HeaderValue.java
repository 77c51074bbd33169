package io.klamm.discovery.client;

import io.klamm.config.Secret;
import io.klamm.config.Section;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The values of one header of {@code http_headers}. */
public record HeaderValue(List<String> values, List<SecretSource> secrets) {

    private static final Set<String> RESERVED = Set.of(
            "authorization",
            "host",
            "content-encoding",
            "content-length",
            "content-type",
            "user-agent",
            "connection",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "www-authenticate",
            "accept-encoding",
            "x-prometheus-remote-write-version",
            "x-prometheus-remote-read-version",
            "x-prometheus-scrape-timeout-seconds");

    public HeaderValue {
        values = List.copyOf(values);
        secrets = List.copyOf(secrets);
    }

    static Map<String, HeaderValue> bind(Section section, Path directory) {
        Map<String, HeaderValue> headers = new LinkedHashMap<>();
        for (String name : section.keys()) {
            if (RESERVED.contains(name.toLowerCase(Locale.ROOT))) {
                section.problem(name, "a header that is set otherwise (expected: any other name)");
            }
            headers.put(name, value(section.section(name), directory));
        }
        return headers;
    }

    private static HeaderValue value(Section section, Path directory) {
        List<SecretSource> secrets = new ArrayList<>();
        section.strings("secrets").forEach(text -> secrets.add(new SecretSource.Written(Secret.of(text))));
        section.strings("files").forEach(file -> secrets.add(new SecretSource.InFile(directory.resolve(file))));
        return new HeaderValue(section.strings("values"), secrets);
    }

    /** All values as they are now, those in files among them. */
    public List<String> now() throws IOException {
        List<String> all = new ArrayList<>(values);
        for (SecretSource secret : secrets) {
            all.add(secret.now().reveal());
        }
        return all;
    }
}
