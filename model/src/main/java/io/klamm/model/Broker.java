package io.klamm.model;

import org.jspecify.annotations.Nullable;

/**
 * One broker as the cluster's metadata names it.
 *
 * @param id node id
 * @param host advertised host of the listener that we came in by; empty for a fenced broker that no longer advertises
 * @param port advertised port, -1 where unknown
 * @param rack {@code broker.rack}, null where not set
 * @param fenced true when the controller has fenced it (registered, but not serving)
 */
public record Broker(
        int id, String host, int port, @Nullable String rack, boolean fenced) {

    /** {@code host:port}, the form of kafka_exporter's {@code address} label. */
    public String address() {
        return host + ":" + port;
    }
}
