package io.klamm.web;

import io.klamm.web.http.Answer;
import io.klamm.web.http.ApiError;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The page and its files, from the class path. Files under {@code assets/} carry a hash in their names, so browsers keep them for good. */
final class Pages {

    private static final String INDEX = "index.html";
    private static final String HASHED = "assets/";

    /** Segments of plain characters, the last with an ending; none begins with a dot. */
    private static final Pattern FILE =
            Pattern.compile("([A-Za-z0-9_-][A-Za-z0-9._-]*/)*[A-Za-z0-9_-][A-Za-z0-9_.-]*\\.[A-Za-z0-9]+");

    private static final Pattern PREFIX = Pattern.compile("(/[A-Za-z0-9_~-][A-Za-z0-9._~-]*){1,16}/?");
    private static final Map<String, String> SUFFIXES = Map.of(Negotiation.BROTLI, ".br", Negotiation.GZIP, ".gz");
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("html", Answer.HTML),
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("mjs", "text/javascript; charset=utf-8"),
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("json", Answer.JSON),
            Map.entry("webmanifest", "application/manifest+json"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("woff2", "font/woff2"),
            Map.entry("txt", Answer.TEXT));

    private final String root;
    private final ConcurrentMap<String, byte[]> files = new ConcurrentHashMap<>();

    /** @param root class path folder of the page, with a slash at its end */
    Pages(String root) {
        this.root = root;
    }

    /**
     * @param path the raw path of the request
     * @param prefix the path under which a reverse proxy serves us
     */
    Answer answer(String path, @Nullable String accept, @Nullable String acceptEncoding, @Nullable String prefix) {
        String name = path.startsWith("/") ? path.substring(1) : path;
        if (name.isEmpty() || name.equals(INDEX)) {
            return index(prefix);
        }
        Answer file = FILE.matcher(name).matches() ? file(name, acceptEncoding) : null;
        if (file != null) {
            return file;
        }
        // A route of the page itself, opened by its address: the page finds out what to show.
        if (!name.startsWith(HASHED) && Negotiation.html(accept)) {
            return index(prefix);
        }
        return Answer.error(
                ApiError.notFound("path: unknown (expected: /, /metrics or /api/klamm/v1/...)", "/ is the page"));
    }

    private @Nullable Answer file(String name, @Nullable String acceptEncoding) {
        String coding = Negotiation.encoding(acceptEncoding, codings(name));
        byte[] bytes = read(name + SUFFIXES.getOrDefault(coding, ""));
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        if (bytes == null || type == null) {
            return null;
        }
        Answer answer = Answer.of(200, type, bytes)
                .with("Vary", "Accept-Encoding")
                .with("Cache-Control", name.startsWith(HASHED) ? "public, max-age=31536000, immutable" : "no-cache");
        return coding.equals(Negotiation.IDENTITY) ? answer : answer.with("Content-Encoding", coding);
    }

    private List<String> codings(String name) {
        List<String> codings = new ArrayList<>();
        for (String coding : List.of(Negotiation.BROTLI, Negotiation.GZIP)) {
            if (read(name + SUFFIXES.getOrDefault(coding, "")) != null) {
                codings.add(coding);
            }
        }
        return codings;
    }

    private Answer index(@Nullable String prefix) {
        byte[] bytes = read(INDEX);
        String html = bytes == null ? NotBuilt.PAGE : new String(bytes, StandardCharsets.UTF_8);
        if (prefix != null && prefix.length() <= 256 && PREFIX.matcher(prefix).matches()) {
            String base = prefix.endsWith("/") ? prefix : prefix + "/";
            html = html.replace("<base href=\"/\"", "<base href=\"" + base + "\"");
        }
        return Answer.of(200, Answer.HTML, html.getBytes(StandardCharsets.UTF_8))
                .with("Cache-Control", "no-cache")
                .with("Vary", "X-Forwarded-Prefix");
    }

    /** What exists is kept; what does not is looked for again, so that made-up names fill no memory. */
    private byte @Nullable [] read(String name) {
        byte[] known = files.get(name);
        if (known != null) {
            return known;
        }
        try (InputStream in = Pages.class.getClassLoader().getResourceAsStream(root + name)) {
            if (in == null) {
                return null;
            }
            byte[] bytes = in.readAllBytes();
            files.put(name, bytes);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Shown in place of the page when it has not been built. */
    private static final class NotBuilt {

        private static final String PAGE = """
                <!doctype html>
                <html lang="en">
                <head><meta charset="utf-8"><base href="/"><title>Klamm</title></head>
                <body>
                <h1>Klamm</h1>
                <p>The page was left out of this build. To have it, install Node 20 or newer and build without
                <code>-Dskip.ui</code>.</p>
                <ul>
                <li><a href="metrics">/metrics</a></li>
                <li><a href="api/klamm/v1/clusters">/api/klamm/v1/clusters</a></li>
                <li><a href="api/klamm/v1/status">/api/klamm/v1/status</a></li>
                <li><a href="api/klamm/v1/openapi.yaml">/api/klamm/v1/openapi.yaml</a></li>
                </ul>
                </body>
                </html>
                """;
    }
}
