package io.klamm.rules.group;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where an expression can be looked at, as Prometheus links it. */
final class GraphLink {

    private GraphLink() {}

    static String of(String externalUrl, String expr) {
        String base = externalUrl.endsWith("/") ? externalUrl.substring(0, externalUrl.length() - 1) : externalUrl;
        return base + "/graph?g0.expr=" + URLEncoder.encode(expr, StandardCharsets.UTF_8) + "&g0.tab=1";
    }
}
