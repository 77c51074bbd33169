package io.klamm.web;

import io.klamm.web.http.ApiError;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a browser from being used against us: a page of another site may neither read from a server on loopback by giving its own name our
 * address, nor make a browser that is logged in send a change.
 */
final class Guard {

    private final boolean checkHost;
    private final Set<String> hosts = new TreeSet<>(List.of("localhost", "127.0.0.1", "[::1]"));

    /**
     * @param host where the server listens
     * @param names other names under which it may be called
     * @param loopback whether only programs on this machine can reach the server
     */
    Guard(String host, List<String> names, boolean loopback) {
        this.checkHost = loopback;
        hosts.add(bracketed(host.toLowerCase(Locale.ROOT)));
        names.forEach(name -> hosts.add(bracketed(name.toLowerCase(Locale.ROOT))));
    }

    /** Why a request is refused for the name it was sent to; null when it is not. */
    @Nullable
    ApiError refuseHost(@Nullable String host) {
        if (!checkHost || (host != null && hosts.contains(name(host)))) {
            return null;
        }
        return new ApiError(
                403,
                "forbidden",
                "Host: " + (host == null ? "missing" : "not one of ours") + " (expected: one of "
                        + String.join(", ", hosts) + ")",
                "add the name under which you call this server to its configuration");
    }

    /** Why a change is refused for where it comes from; null when it is not. Programs send neither header; browsers send one at least. */
    static @Nullable ApiError refuseOrigin(@Nullable String fetchSite, @Nullable String origin, @Nullable String host) {
        boolean foreignSite = fetchSite != null && !fetchSite.equals("same-origin") && !fetchSite.equals("none");
        boolean foreignOrigin = origin != null && !sameOrigin(origin, host);
        if (!foreignSite && !foreignOrigin) {
            return null;
        }
        return new ApiError(
                403, "forbidden", "Origin: another site (expected: a request from this server's own page)", null);
    }

    private static boolean sameOrigin(String origin, @Nullable String host) {
        int scheme = origin.indexOf("://");
        return host != null && scheme > 0 && origin.substring(scheme + 3).equalsIgnoreCase(host);
    }

    private static String name(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        int colon = lower.lastIndexOf(':');
        boolean port =
                colon > lower.lastIndexOf(']') && lower.substring(colon + 1).matches("[0-9]{0,5}");
        return port ? lower.substring(0, colon) : lower;
    }

    private static String bracketed(String host) {
        return host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
    }
}
