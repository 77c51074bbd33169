package io.klamm.web.prometheus;

import io.klamm.config.Format;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The sites whose pages a browser lets read our answers. Prometheus allows all; here it is none unless told, since a server on loopback asks for no login.
 *
 * @param allowed such as {@code https://grafana.example}; {@code *} for all
 */
public record Origins(List<String> allowed) {

    public static final Origins NONE = new Origins(List.of());

    private static final String ALL = "*";

    /** One of them, as a browser sends it: in lower case, without a path. */
    public static final Format<String> FORMAT = Format.of(
            "an origin, such as https://grafana.example or http://localhost:3000, or *", text -> Optional.of(text)
                    .filter(origin -> origin.equals(ALL)
                            || origin.matches("https?://([a-z0-9._-]+|\\[[0-9a-f:.]+])(:[0-9]{1,5})?")));

    public Origins {
        allowed = List.copyOf(allowed);
    }

    /** The headers by which a browser knows; none for a request from elsewhere, or from no page. */
    Map<String, String> headers(@Nullable String origin) {
        if (origin == null || !(allowed.contains(ALL) || allowed.contains(origin))) {
            return Map.of();
        }
        return Map.of(
                "Access-Control-Allow-Headers", "Accept, Authorization, Content-Type, Origin",
                "Access-Control-Allow-Methods", "GET, POST, OPTIONS",
                "Access-Control-Allow-Origin", origin,
                "Access-Control-Expose-Headers", "Date");
    }

    /** The answer to a browser that asks what it may before it asks. */
    static PrometheusAnswer preflight() {
        return new PrometheusAnswer(204, PrometheusAnswer.TEXT, new byte[0], Map.of());
    }
}
