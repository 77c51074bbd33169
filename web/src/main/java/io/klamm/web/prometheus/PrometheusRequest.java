package io.klamm.web.prometheus;

import io.klamm.promql.budget.Cancellation;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A request, with all that is needed to answer it. */
public final class PrometheusRequest {

    private final String method;
    private final String path;
    private final String query;
    private final String client;
    private final Map<String, String> headers;
    private final byte[] body;
    private final Cancellation cancellation;

    /**
     * Takes the body over.
     *
     * @param path as it was sent, not decoded
     * @param query without its question mark, possibly empty
     * @param client its address
     * @param headers by name, in whatever case
     * @param cancellation set when the client leaves
     */
    public PrometheusRequest(
            String method,
            String path,
            String query,
            String client,
            Map<String, String> headers,
            byte[] body,
            Cancellation cancellation) {
        this.method = method;
        this.path = path;
        this.query = query;
        this.client = client;
        this.headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        this.headers.putAll(headers);
        this.body = body;
        this.cancellation = cancellation;
    }

    String method() {
        return method;
    }

    boolean is(String... methods) {
        for (String one : methods) {
            if (one.equals(method)) {
                return true;
            }
        }
        return false;
    }

    String path() {
        return path;
    }

    String client() {
        return client;
    }

    Map<String, String> headers() {
        return headers;
    }

    @Nullable
    String header(String name) {
        return headers.get(name);
    }

    byte[] body() {
        return body;
    }

    Cancellation cancellation() {
        return cancellation;
    }

    /** Of the query, and of a form in the body of a POST. */
    Parameters parameters() throws ApiProblem {
        String type = headers.getOrDefault("Content-Type", "");
        boolean form = method.equals("POST") && type.startsWith("application/x-www-form-urlencoded");
        return Parameters.of(query, form ? body : new byte[0]);
    }
}
