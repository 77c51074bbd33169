package io.klamm.discovery.client;

import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;

/**
 * Hosts whose names Java's client does not take, such as the {@code kafka_1} of Docker Compose: they are asked by their address.
 *
 * <p>Waits for name servers.
 */
final class OddHosts {

    private OddHosts() {}

    /** The same request, to an address; what cannot be found is an {@link UncheckedIOException}. */
    static HttpRequestSpec resolved(HttpRequestSpec request) {
        URI uri = request.uri();
        String authority = uri.getRawAuthority() == null ? "" : uri.getRawAuthority();
        int colon = authority.lastIndexOf(':');
        String host = colon < 0 ? authority : authority.substring(0, colon);
        int port = colon < 0 ? -1 : port(authority.substring(colon + 1));
        try {
            InetAddress[] addresses = InetAddress.getAllByName(host.isEmpty() ? "." : host);
            URI found = new URI(uri.getScheme(), null, addresses[0].getHostAddress(), port, null, null, null);
            URI whole = new URI(found + path(uri));
            return request.at(whole);
        } catch (UnknownHostException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("address: " + uri + " (expected: http://host:port/path)", e);
        }
    }

    private static int port(String text) {
        if (!text.matches("[0-9]{1,5}")) {
            throw new IllegalArgumentException("port: \"" + text + "\" (expected: 1 to 65535)");
        }
        return Integer.parseInt(text);
    }

    private static String path(URI uri) {
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return (uri.getRawPath() == null ? "" : uri.getRawPath()) + query;
    }
}
