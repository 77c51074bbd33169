package io.klamm.storage.remote;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A request of a remote protocol as it came over HTTP. */
public final class RemoteCall {

    private final String client;
    private final TreeMap<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final byte[] body;

    /**
     * Takes the body over.
     *
     * @param client who sent it, such as an address: what one client writes together shares its times
     * @param headers by name; upper and lower case do not matter
     */
    public RemoteCall(String client, Map<String, String> headers, byte[] body) {
        this.client = client;
        this.headers.putAll(headers);
        this.body = body;
    }

    public String client() {
        return client;
    }

    /** All headers by name, in any case. */
    public Map<String, String> headers() {
        return Collections.unmodifiableMap(headers);
    }

    /** A header's value; null if it was not sent. */
    public @Nullable String header(String name) {
        return headers.get(name);
    }

    /** The body itself, not a copy. */
    public byte[] body() {
        return body;
    }
}
