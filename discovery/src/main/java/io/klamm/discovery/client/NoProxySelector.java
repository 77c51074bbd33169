package io.klamm.discovery.client;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/** Sends everything by one proxy, except to some hosts: {@code host}, {@code host:port}, {@code .domain} or {@code *} for all. */
final class NoProxySelector extends ProxySelector {

    private static final int HTTP_PORT = 80;

    private final Proxy proxy;
    private final List<String> direct;

    NoProxySelector(URI address, List<String> direct) {
        int port = address.getPort() < 0 ? HTTP_PORT : address.getPort();
        this.proxy = new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(address.getHost(), port));
        this.direct = direct;
    }

    @Override
    public List<Proxy> select(URI uri) {
        return List.of(direct.stream().anyMatch(rule -> applies(rule, uri)) ? Proxy.NO_PROXY : proxy);
    }

    private static boolean applies(String rule, URI uri) {
        String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
        String wanted = rule.toLowerCase(Locale.ROOT);
        if (wanted.equals("*") || wanted.equals(host) || wanted.equals(host + ":" + uri.getPort())) {
            return true;
        }
        String domain = wanted.startsWith(".") ? wanted : "." + wanted;
        return host.endsWith(domain);
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {
        // The exchange fails by itself, with the same words.
    }
}
